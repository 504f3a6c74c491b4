using System.Globalization;

namespace BitGrid.Host.Backup;

/// <summary>Names of backups: <c>bitgrid-YYYYMMDD-HHMMSSZ.zip</c>, so that their order is that of time.</summary>
internal static class BackupName
{
    /// <summary>What a file is called until it is whole.</summary>
    public const string Unfinished = ".part";

    const string Form = "'bitgrid-'yyyyMMdd'-'HHmmss'Z.zip'";

    /// <summary>The name of a backup made at an instant.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>When the backup of a name was made; <see langword="null"/> when it is no such name.</summary>
    public static DateTimeOffset? TimeOf(string name) =>
        DateTime.TryParseExact(name, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time) ? new(time) : null;
}
