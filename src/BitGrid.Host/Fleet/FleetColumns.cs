using BitGrid.Engine.Kpis;
using BitGrid.Host.Recordings.Output;
using static BitGrid.Host.Recordings.Output.OutputColumns;

namespace BitGrid.Host.Fleet;

/// <summary>The columns of a fleet's results: a row per home, empty where its recording cannot be relied on.</summary>
internal static class FleetColumns
{
    /// <summary>Name of the column that rows are ordered by.</summary>
    public const string Home = "home";

    /// <summary>Name of the column with the fingerprint of a home's decisions.</summary>
    public const string Fingerprint = "fingerprint";

    public static OutputColumn<HomeResult>[] All() =>
    [
        Text<HomeResult>(Home, row => row.Home.Name),
        Integer<HomeResult>("faults", row => row.Report.FaultCount),
        Integer<HomeResult>("blocks", row => row.Report.Blocks),
        Count("decisions", figures => figures.Decisions),
        Count("days", figures => figures.Days),
        Count("starts", figures => figures.Starts),
        Count("stops", figures => figures.Stops),
        Figure("switches_per_day", figures => figures.SwitchesPerDay),
        Count("safety_stops", figures => figures.SafetyStops),
        Count("thermal_incidents", figures => figures.ThermalIncidents),
        Figure("explanation_coverage_pct", figures => figures.ExplanationCoveragePct),
        Figure("path_traceability_pct", figures => figures.PathTraceabilityPct),
        Count("unknown_blocks", figures => figures.UnknownBlocks),
        Figure("load_kwh", figures => figures.LoadKwh),
        Figure("grid_import_kwh", figures => figures.GridImportKwh),
        Figure("grid_import_off_kwh", figures => figures.GridImportOffKwh),
        Figure("grid_import_naive_kwh", figures => figures.GridImportNaiveKwh),
        Figure("grid_import_vs_naive_pct", figures => figures.GridImportVsNaivePct),
        Figure("self_consumption_pct", figures => figures.SelfConsumptionPct),
        Figure("self_sufficiency_pct", figures => figures.SelfSufficiencyPct),
        Figure("sats", figures => figures.Sats),
        Figure("sats_per_kwh", figures => figures.SatsPerKwh),
        Text<HomeResult>(Fingerprint, row => row.Fingerprint),
    ];

    static OutputColumn<HomeResult> Count(string name, Func<KpiFigures, long> get) => Integer<HomeResult>(name, row => row.Figures is { } figures ? get(figures) : null);

    static OutputColumn<HomeResult> Figure(string name, Func<KpiFigures, double?> get) => Number<HomeResult>(name, row => row.Figures is { } figures ? get(figures) : null);
}
