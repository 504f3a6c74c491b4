using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Rules.R1Profitability;

/// <summary>Settings of rule R1.</summary>
public sealed record R1Options
{
    /// <summary>Surplus needed to start, kW.</summary>
    [Description("Surplus needed to start.")]
    [Range(0.0, 100.0)]
    public double SurplusMinKw { get; init; } = 1.5;

    /// <summary>How far the surplus may fall below <see cref="SurplusMinKw"/> before the load is stopped, kW.</summary>
    [Description("How far the surplus may fall below surplus_min_kw before the load is stopped.")]
    [Range(0.0, 10.0)]
    public double SurplusHysteresisKw { get; init; } = 0.2;

    /// <summary>Highest price to start at, ct/kWh; <see langword="null"/> for no price limit.</summary>
    [Description("Highest price to start at; null for no price limit.")]
    [Range(-500.0, 500.0)]
    public double? PriceMaxCtKwh { get; init; } = 18;

    /// <summary>How far the price may rise above <see cref="PriceMaxCtKwh"/> before the load is stopped, ct/kWh.</summary>
    [Description("How far the price may rise above price_max_ct_kwh before the load is stopped.")]
    [Range(0.0, 100.0)]
    public double PriceHysteresisCtKwh { get; init; } = 1;
}
