using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Rules.R4Forecast;

/// <summary>Settings of rule R4.</summary>
public sealed record R4Options
{
    /// <summary>Blocks of forecast that are averaged.</summary>
    [Description("Blocks of forecast that are averaged.")]
    [Range(1, 144)]
    public int HorizonBlocks { get; init; } = 3;

    /// <summary>Mean forecast surplus that starts one block ahead, kW.</summary>
    [Description("Mean forecast surplus that starts one block ahead.")]
    [Range(0.0, 100.0)]
    public double ForecastSurplusKw { get; init; } = 1.2;

    /// <summary>How far below <see cref="ForecastSurplusKw"/> the forecast must lie to speak against a start, kW.</summary>
    [Description("How far below forecast_surplus_kw the forecast must lie to speak against a start.")]
    [Range(0.0, 10.0)]
    public double MarginKw { get; init; } = 0.3;

    /// <summary>Confidence below which the forecast is not heeded, 0 to 1.</summary>
    [Description("Confidence below which the forecast is not heeded.")]
    [Range(0.0, 1.0)]
    public double MinConfidence { get; init; } = 0.7;
}
