using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Devices.Simulated;

/// <summary>Settings of a simulated house.</summary>
public sealed record SimulatedHouseOptions
{
    /// <summary>Decides every chance: the same seed gives the same weather, household and prices on the same date.</summary>
    [Description("Decides every chance: the same seed gives the same weather, household and prices on the same date.")]
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary>What the topics of the house begin with.</summary>
    [Description("What the topics of the house begin with.")]
    [RegularExpression("^[^/#+ ][^#+ ]{0,98}$")]
    public string BaseTopic { get; init; } = "house";

    /// <summary>Time between two publications, s of the house's clock.</summary>
    [Description("Time between two publications on the house's clock; also the step of its models.")]
    [Range(1, 60)]
    public int PublishS { get; init; } = 10;

    /// <summary>Degrees north.</summary>
    [Description("Where the house stands, degrees north.")]
    [Range(35.0, 65.0)]
    public double LatitudeDeg { get; init; } = 48.1;

    /// <summary>Degrees east; the family lives by Central European Time.</summary>
    [Description("Where the house stands, degrees east; the family lives by Central European Time.")]
    [Range(-10.0, 30.0)]
    public double LongitudeDeg { get; init; } = 11.6;

    /// <summary>Peak power of the PV modules, W; the inverter is a fifth smaller.</summary>
    [Description("Peak power of the PV modules; the inverter is a fifth smaller.")]
    [Range(0.0, 100_000.0)]
    public double PvPeakW { get; init; } = 9_800;

    /// <summary>Capacity of the battery, kWh; 0 for a house without one.</summary>
    [Description("Capacity of the battery; 0 for a house without one.")]
    [Range(0.0, 200.0)]
    public double BatteryKwh { get; init; } = 10;

    /// <summary>Largest power of the battery each way, W.</summary>
    [Description("Largest power of the battery each way.")]
    [Range(100.0, 100_000.0)]
    public double BatteryPowerW { get; init; } = 5_000;

    /// <summary>Power of each level of the miner, W, ascending; empty for a house without one.</summary>
    [Description("Power of each level of the miner, ascending; empty for a house without one.")]
    [MaxLength(20)]
    public ImmutableArray<double> MinerLevelsW { get; init; } = [800, 1_300, 1_650];

    /// <summary>Energy per hash of the miner, J/TH.</summary>
    [Description("Energy per hash of the miner.")]
    [Range(0.1, 10_000.0)]
    public double MinerEfficiencyJTh { get; init; } = 18.5;

    /// <summary>Power of the heating rod in the hot water buffer, W; 0 for a house without one.</summary>
    [Description("Power of the heating rod in the hot water buffer; 0 for a house without one.")]
    [Range(0.0, 20_000.0)]
    public double HeaterPowerW { get; init; }
}
