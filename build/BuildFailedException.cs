namespace BitGrid.Build;

/// <summary>Ends a target: the message tells a person what failed and, where it can, how to repair it.</summary>
internal sealed class BuildFailedException(string message) : Exception(message);
