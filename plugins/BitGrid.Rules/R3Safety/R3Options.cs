using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Rules.R3Safety;

/// <summary>Settings of rule R3.</summary>
public sealed record R3Options
{
    /// <summary>Temperature at which the load is stopped, °C.</summary>
    [Description("Temperature at which the load is stopped.")]
    [Range(30.0, R3Constants.MaxTempC)]
    [GreaterThan(nameof(TResumeC))]
    public double TStopC { get; init; } = 85;

    /// <summary>Temperature down to which it then stays off, °C. Below <see cref="TStopC"/>.</summary>
    [Description("Temperature down to which the load then stays off; below t_stop_c.")]
    [Range(0.0, 90.0)]
    public double TResumeC { get; init; } = 75;

    /// <summary>Distance to <see cref="TStopC"/> within which the level is lowered, °C.</summary>
    [Description("Distance to t_stop_c within which the level is lowered.")]
    [Range(0.0, 20.0)]
    public double ThrottleMarginC { get; init; } = 2;

    /// <summary>Longest silence of a running load, s.</summary>
    [Description("Longest silence of a running load.")]
    [Range(10.0, R3Constants.MaxSilenceS)]
    public double CommTimeoutS { get; init; } = 60;

    /// <summary>For a load that tells no temperature while it is off: blocks it stays off after an overheating.</summary>
    [Description("For a load that tells no temperature while off: blocks it stays off after an overheating.")]
    [Range(1, 144)]
    public int CooldownBlocks { get; init; } = 6;
}
