namespace BitGrid.Engine.Kpis;

/// <summary>
/// Key figures of one period. Energies are those of a replay: flexible loads draw the power of their level, the battery does what
/// was recorded. A figure that cannot be known from the recording is <see langword="null"/>.
/// </summary>
public sealed record KpiFigures
{
    /// <summary>Decisions counted.</summary>
    public required long Decisions { get; init; }

    /// <summary>Days with at least one decision.</summary>
    public required int Days { get; init; }

    /// <summary>Starts.</summary>
    public required long Starts { get; init; }

    /// <summary>Stops.</summary>
    public required long Stops { get; init; }

    /// <summary>Starts and stops per day: the flapping rate. Target: 2 or less.</summary>
    public required double SwitchesPerDay { get; init; }

    /// <summary>Stops decided by a rule of the Safety tier.</summary>
    public required long SafetyStops { get; init; }

    /// <summary>Times a load kept running at or above the temperature limit for more than one block. Target: 0.</summary>
    public required long ThermalIncidents { get; init; }

    /// <summary>Share of decisions whose reason can be told in both languages from recorded conditions, %. Target: 100.</summary>
    public required double ExplanationCoveragePct { get; init; }

    /// <summary>Share of decisions with an energy path and a reason for each path, %. Target: 100.</summary>
    public required double PathTraceabilityPct { get; init; }

    /// <summary>Blocks whose energy balance is unknown for want of readings; they are left out of the energies.</summary>
    public required long UnknownBlocks { get; init; }

    /// <summary>Energy of the flexible loads, kWh.</summary>
    public required double LoadKwh { get; init; }

    /// <summary>Energy drawn from the grid, kWh.</summary>
    public required double GridImportKwh { get; init; }

    /// <summary>The same with all flexible loads off, kWh.</summary>
    public required double GridImportOffKwh { get; init; }

    /// <summary>The same with a naive switch, kWh: each load runs at level 1 in every block whose surplus covers level 1.</summary>
    public required double GridImportNaiveKwh { get; init; }

    /// <summary>Grid import against the naive switch, %. Negative is better. Target: −25.</summary>
    public required double? GridImportVsNaivePct { get; init; }

    /// <summary>Share of the PV energy that stays in the house, %.</summary>
    public required double? SelfConsumptionPct { get; init; }

    /// <summary>Share of all consumption that does not come from the grid, %.</summary>
    public required double? SelfSufficiencyPct { get; init; }

    /// <summary>Mined, sats, over the blocks whose yield is known.</summary>
    public required double Sats { get; init; }

    /// <summary>Mined per energy, sats/kWh, over the blocks whose yield is known. Target: 45 or more.</summary>
    public required double? SatsPerKwh { get; init; }
}
