using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>log</c> of <c>config.yaml</c>.</summary>
internal sealed record LogSettings
{
    [Description("The least important messages that are written.")]
    public LogDetail Detail { get; init; } = LogDetail.Information;

    [Description("Size of the log files of all days together.")]
    [Range(1.0, 10_000.0)]
    public double BudgetMb { get; init; } = 50;
}
