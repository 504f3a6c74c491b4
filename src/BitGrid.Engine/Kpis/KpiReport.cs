using System.Collections.Immutable;

namespace BitGrid.Engine.Kpis;

/// <summary>Key figures of a period and of each of its days.</summary>
/// <param name="Period">The whole period.</param>
/// <param name="Days">Its days in order.</param>
public sealed record KpiReport(KpiFigures Period, ImmutableArray<KpiDay> Days);
