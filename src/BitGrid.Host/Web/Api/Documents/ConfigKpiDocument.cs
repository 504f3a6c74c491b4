using BitGrid.Engine.Kpis;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Key figures under one configuration.</summary>
/// <param name="ConfigHash">The configuration.</param>
/// <param name="Figures">What was earned under it in the period.</param>
internal sealed record ConfigKpiDocument(string ConfigHash, KpiFigures Figures);
