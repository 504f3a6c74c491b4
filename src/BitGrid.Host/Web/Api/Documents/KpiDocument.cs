using System.Collections.Immutable;
using BitGrid.Engine.Kpis;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Key figures.</summary>
/// <param name="Period">The whole period.</param>
/// <param name="Days">Its days, UTC, in order.</param>
/// <param name="Configs">The period by configuration, in order.</param>
internal sealed record KpiDocument(KpiFigures Period, ImmutableArray<KpiDay> Days, ImmutableArray<ConfigKpiDocument> Configs);
