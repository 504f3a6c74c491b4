namespace BitGrid.Host.Scenarios;

/// <summary>A scenario cannot be read or asked; the message says where, what is allowed, and how to repair it.</summary>
internal sealed class ScenarioException(string message) : Exception(message);
