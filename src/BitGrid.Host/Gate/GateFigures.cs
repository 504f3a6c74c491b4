using BitGrid.Engine.Kpis;

namespace BitGrid.Host.Gate;

/// <summary>The figures of one side.</summary>
internal static class GateFigures
{
    /// <summary>Gathers them.</summary>
    /// <param name="replayed">The decisions.</param>
    /// <param name="hazards">What must not happen.</param>
    /// <param name="regret">What was lost against the optimum.</param>
    public static IReadOnlyDictionary<GateKpi, KpiSeries> Of(Replayed replayed, Hazards hazards, KpiSeries regret) => new Dictionary<GateKpi, KpiSeries>
    {
        [GateKpi.Switches] = Of(replayed.Kpis, figures => figures.SwitchesPerDay),
        [GateKpi.SafetyStops] = Of(replayed.Kpis, figures => (double)figures.SafetyStops / Math.Max(1, figures.Days)),
        [GateKpi.Explanation] = Of(replayed.Kpis, figures => figures.ExplanationCoveragePct),
        [GateKpi.Paths] = Of(replayed.Kpis, figures => figures.PathTraceabilityPct),
        [GateKpi.GridImport] = Of(replayed.Kpis, figures => figures.GridImportKwh / Math.Max(1, figures.Days)),
        [GateKpi.ThermalIncidents] = new(hazards.ThermalIncidents.Values.Sum(), hazards.ThermalIncidents),
        [GateKpi.ReserveBreaches] = new(hazards.ReserveBreaches.Values.Sum(), hazards.ReserveBreaches),
        [GateKpi.Regret] = regret,
        [GateKpi.Latency] = KpiSeries.Unknown with { Period = replayed.LatencyMs },
    };

    static KpiSeries Of(KpiReport report, Func<KpiFigures, double> figure) =>
        new(figure(report.Period), report.Days.ToDictionary(day => day.Date, day => figure(day.Figures)));
}
