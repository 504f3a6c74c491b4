using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Policies;

/// <summary>Hours of the local day, in some or all months, in which the level is limited.</summary>
public sealed record QuietHours
{
    /// <summary>Begin, hours after local midnight.</summary>
    [Description("Begin, hours after local midnight (22.5 = 22:30).")]
    [Range(0.0, 24.0)]
    public double FromH { get; init; } = 22;

    /// <summary>End, hours after local midnight; before <see cref="FromH"/> means the next morning.</summary>
    [Description("End, hours after local midnight; before from_h means the next morning.")]
    [Range(0.0, 24.0)]
    public double ToH { get; init; } = 6;

    /// <summary>Months (1 to 12) it holds in; empty for all.</summary>
    [Description("Months (1 to 12) it holds in; empty for all.")]
    public ImmutableArray<int> Months { get; init; } = [];

    /// <summary>Highest level meanwhile; 0 = off.</summary>
    [Description("Highest level meanwhile; 0 = off.")]
    [Range(0, 20)]
    public int MaxLevel { get; init; }

    internal bool Covers(DateTimeOffset local)
    {
        double hour = local.TimeOfDay.TotalHours;
        bool inHours = FromH <= ToH ? hour >= FromH && hour < ToH : hour >= FromH || hour < ToH;
        return inHours && (Months.IsEmpty || Months.Contains(local.Month));
    }
}
