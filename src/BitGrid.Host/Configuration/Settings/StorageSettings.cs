using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>storage</c> of <c>config.yaml</c>.</summary>
internal sealed record StorageSettings
{
    [Description("Days that stay in the database after they were archived.")]
    [Range(1, 365)]
    public int KeepDays { get; init; } = 14;

    [Description("Days that stay in the archive; null: as long as there is room.")]
    [Range(7, 36_500)]
    public int? ArchiveDays { get; init; }

    [Description("Room for the archive; its oldest days go when it is used up.")]
    [Range(10.0, 10_000_000.0)]
    public double ArchiveBudgetMb { get; init; } = 2_000;

    [Description("Room on the disk below which BitGrid warns and removes the oldest days of the archive.")]
    [Range(10.0, 1_000_000.0)]
    public double MinFreeMb { get; init; } = 200;
}
