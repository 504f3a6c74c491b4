using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>What a figure must keep to pass <c>bitgrid gate</c>. A value that is left out is not checked.</summary>
internal sealed record GateLimit
{
    [Description("Worst value a change may have. A house that exceeds it already passes as long as it does not get worse.")]
    [Range(0.0, 1_000_000.0)]
    public double? Limit { get; init; }

    [Description("Amount by which a change may be worse than what runs now.")]
    [Range(0.0, 1_000_000.0)]
    public double? Worsening { get; init; }
}
