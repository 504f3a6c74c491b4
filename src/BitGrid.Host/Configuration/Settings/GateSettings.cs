using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary><c>gates.yaml</c>: what a changed configuration, plugin or program must keep before it may run the house.</summary>
internal sealed record GateSettings
{
    [Description("Recorded days that are decided again, counted back from the last.")]
    [Range(1, 3_660)]
    public int Days { get; init; } = 30;

    [Description("Temperature from which a running load is too hot for its hardware, whatever R3 is set to.")]
    [Range(40.0, 120.0)]
    public double HotC { get; init; } = 88;

    [Description("State of charge at and below which no flexible load shall run, whatever R2 is set to.")]
    [Range(0.0, 100.0)]
    public double ReservePct { get; init; } = 20;

    [Description("Starts and stops per day.")]
    public GateLimit SwitchesPerDay { get; init; } = new() { Limit = 3, Worsening = 0.15 };

    [Description("Times a load kept running at hot_c or above for more than one block.")]
    public GateLimit ThermalIncidents { get; init; } = new() { Limit = 0, Worsening = 0 };

    [Description("Blocks in which a load ran at reserve_pct or below.")]
    public GateLimit ReserveBreaches { get; init; } = new() { Limit = 0, Worsening = 0 };

    [Description("Stops by a rule of the Safety tier, per day.")]
    public GateLimit SafetyStopsPerDay { get; init; } = new() { Limit = 1, Worsening = 0.2 };

    [Description("Share of decisions whose reason can be told in both languages.")]
    public GateLimit ExplanationCoveragePct { get; init; } = new() { Limit = 100, Worsening = 0 };

    [Description("Share of decisions with an energy path and a reason for each path.")]
    public GateLimit PathTraceabilityPct { get; init; } = new() { Limit = 100, Worsening = 0 };

    [Description("Energy drawn from the grid per day, kWh.")]
    public GateLimit GridImportKwhPerDay { get; init; } = new() { Worsening = 0.3 };

    [Description("Value lost against a clairvoyant optimum.")]
    public GateLimit RegretPct { get; init; } = new() { Worsening = 2 };

    [Description("Time from the state to the finished record, which 99 of 100 decisions keep.")]
    public GateLimit DecisionLatencyMs { get; init; } = new() { Limit = 300 };
}
