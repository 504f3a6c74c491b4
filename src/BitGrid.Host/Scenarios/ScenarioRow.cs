namespace BitGrid.Host.Scenarios;

/// <summary>A decision in a scenario.</summary>
/// <param name="Step">The row it belongs to.</param>
/// <param name="Record">The decision.</param>
/// <param name="Difference">How it differs from what was expected; <see langword="null"/> when it does not.</param>
internal sealed record ScenarioRow(ScenarioStep Step, DecisionRecord Record, string? Difference);
