using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Policies;

/// <summary>Settings of the policy <c>adaptive</c>.</summary>
public sealed record AdaptiveOptions : PolicyOptions
{
    /// <summary>How much better another path must be before a running load is stopped for it, ct/kWh.</summary>
    [Description("How much better another path must be before a running load is stopped for it.")]
    [Range(0.0, 100.0)]
    public double SwitchingMarginCtKwh { get; init; } = 1;
}
