using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Samples.QuietHours;

/// <summary>When the load rests, on the clock of the house.</summary>
public sealed record QuietHoursOptions
{
    /// <summary>Begin, hours after local midnight, 0 to 24 (22.5 = 22:30).</summary>
    [Description("Begin, hours after local midnight (22.5 = 22:30).")]
    [Range(0.0, 24.0)]
    public double FromH { get; init; } = 22;

    /// <summary>End, hours after local midnight, 0 to 24; before <see cref="FromH"/> means the next morning. Equal to it: no quiet hours.</summary>
    [Description("End, hours after local midnight; before from_h means the next morning, equal to it means never.")]
    [Range(0.0, 24.0)]
    public double ToH { get; init; } = 6;

    /// <summary>First month of the season, 1 to 12.</summary>
    [Description("First month of the season, 1 to 12.")]
    [Range(1, 12)]
    public int FromMonth { get; init; } = 11;

    /// <summary>Last month of the season, 1 to 12; before <see cref="FromMonth"/> means the next year.</summary>
    [Description("Last month of the season, 1 to 12; before from_month means the next year.")]
    [Range(1, 12)]
    public int ToMonth { get; init; } = 2;
}
