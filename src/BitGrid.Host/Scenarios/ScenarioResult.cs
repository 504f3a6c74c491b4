using System.Collections.Immutable;

namespace BitGrid.Host.Scenarios;

/// <summary>What came of a scenario.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Verdict">Whether it went as expected.</param>
/// <param name="Why">The differences, or why it does not apply; empty when it passed.</param>
/// <param name="Rows">The decisions, as far as they were taken in this process.</param>
internal sealed record ScenarioResult(string Id, string Title, ScenarioVerdict Verdict, string Why, ImmutableArray<ScenarioRow> Rows);
