using System.Collections.Immutable;
using BitGrid.Engine.Kpis;

namespace BitGrid.Host.Gate;

/// <summary>Recorded days, decided again.</summary>
/// <param name="Outcomes">The decisions in order.</param>
/// <param name="Kpis">Key figures of the period and of each day.</param>
/// <param name="LatencyMs">Time from a state to its finished record, which 99 of 100 blocks kept, ms; <see langword="null"/> when it was not measured.</param>
internal sealed record Replayed(ImmutableArray<Outcome> Outcomes, KpiReport Kpis, double? LatencyMs);
