using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>backup</c> of <c>config.yaml</c>.</summary>
internal sealed record BackupSettings
{
    [Description("Folder for the daily backup, on another disk or a network drive (a relative path begins at this folder); it must exist; null: no daily backup.")]
    [MinLength(1)]
    public string? Folder { get; init; }

    [Description("Time of day, in the time zone of the house.")]
    [RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    public string At { get; init; } = "03:30";

    [Description("Number of backups that are kept; the oldest goes when a new one is done.")]
    [Range(1, 1_000)]
    public int Keep { get; init; } = 14;

    /// <summary>Full path of the folder; a relative one begins at the configuration's folder, as every path in its files does.</summary>
    public string? FolderFrom(string configFolder) => Folder is { } folder ? Path.GetFullPath(folder, Path.GetFullPath(configFolder)) : null;
}
