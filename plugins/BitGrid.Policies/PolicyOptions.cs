using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Policies;

/// <summary>Settings that every built-in policy has.</summary>
public record PolicyOptions
{
    /// <summary>What a mined sat is worth to the house, as a multiple of its spot price.</summary>
    [Description("What a mined sat is worth to the house, as a multiple of its spot price (1 = spot).")]
    [Range(0.0, 10.0)]
    public double HodlPreference { get; init; } = 1;

    /// <summary>Share of a miner's heat that saves heating, 0 to 1.</summary>
    [Description("Share of a miner's heat that saves heating.")]
    [Range(0.0, 1.0)]
    public double HeatRecovery { get; init; }

    /// <summary>Price at or below which the highest level is taken, whatever the surplus, ct/kWh; <see langword="null"/> for never.</summary>
    [Description("Price at or below which a running load takes its highest level, whatever the surplus; null for never.")]
    [Range(-500.0, 500.0)]
    public double? CheapGridCtKwh { get; init; }

    /// <summary>Hours in which the level is limited.</summary>
    [Description("Hours in which the level is limited.")]
    public ImmutableArray<QuietHours> QuietHours { get; init; } = [];
}
