using BitGrid.Host.Configuration.Settings;

namespace BitGrid.Host.Gate;

/// <summary>A figure that the gate judges.</summary>
/// <param name="Id">Its key in <c>gates.yaml</c>.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Decimals">Digits that say enough.</param>
/// <param name="Limit">Its limits in a configuration.</param>
/// <param name="IsGood">True for a figure that shall be high.</param>
internal sealed record GateKpi(string Id, string Title, int Decimals, Func<GateSettings, GateLimit> Limit, bool IsGood = false)
{
    public static GateKpi Switches { get; } = new("switches_per_day", "starts and stops per day", 2, gates => gates.SwitchesPerDay);

    public static GateKpi ThermalIncidents { get; } = new("thermal_incidents", "times a load kept running too hot", 0, gates => gates.ThermalIncidents);

    public static GateKpi ReserveBreaches { get; } = new("reserve_breaches", "blocks a load ran on the battery's reserve", 0, gates => gates.ReserveBreaches);

    public static GateKpi SafetyStops { get; } = new("safety_stops_per_day", "stops for safety per day", 2, gates => gates.SafetyStopsPerDay);

    public static GateKpi Explanation { get; } = new("explanation_coverage_pct", "explained decisions, %", 1, gates => gates.ExplanationCoveragePct, IsGood: true);

    public static GateKpi Paths { get; } = new("path_traceability_pct", "decisions with a traceable energy path, %", 1, gates => gates.PathTraceabilityPct, IsGood: true);

    public static GateKpi GridImport { get; } = new("grid_import_kwh_per_day", "energy from the grid per day, kWh", 2, gates => gates.GridImportKwhPerDay);

    public static GateKpi Regret { get; } = new("regret_pct", "value lost against the clairvoyant optimum, %", 1, gates => gates.RegretPct);

    public static GateKpi Latency { get; } = new("decision_latency_ms", "time to decide and record, ms", 2, gates => gates.DecisionLatencyMs);

    /// <summary>Every figure, the gravest first.</summary>
    public static IReadOnlyList<GateKpi> All { get; } = [ThermalIncidents, ReserveBreaches, SafetyStops, Switches, GridImport, Regret, Explanation, Paths, Latency];

    /// <summary>How much worse one value is than another; below 0 for better.</summary>
    public double Worsening(double before, double after) => IsGood ? before - after : after - before;

    /// <summary>A value as it is told.</summary>
    public string Text(double? value) => Reports.ReportText.Number(value, Decimals);
}
