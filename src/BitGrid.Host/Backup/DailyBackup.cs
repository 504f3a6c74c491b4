using System.Globalization;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;

namespace BitGrid.Host.Backup;

/// <summary>
/// The backup that a house makes by itself every day. Whether today's is done is read from the folder, so a restart makes no
/// second one, and a house that was off at the hour makes it as soon as it is back.
/// </summary>
internal sealed class DailyBackup
{
    const string Failed = "backup_failed";
    const string Kept = "backup_not_removed";
    const double BytesPerMb = 1_000_000;

    readonly BackupMaker _maker;
    readonly BackupFolder? _folder;
    readonly BackupSchedule _schedule;
    readonly int _keep;
    readonly TimeProvider _time;
    readonly HealthLog _health;
    DateTimeOffset? _doneAt;

    /// <summary>The daily backup of a house.</summary>
    /// <param name="maker">Makes the backups.</param>
    /// <param name="settings">Section <c>backup</c> of the configuration.</param>
    /// <param name="configFolder">Folder that a relative path begins at.</param>
    /// <param name="zone">Time zone of the house.</param>
    /// <param name="time">The clock of the house.</param>
    /// <param name="health">Told of what a person should know.</param>
    public DailyBackup(BackupMaker maker, BackupSettings settings, string configFolder, TimeZoneInfo zone, TimeProvider time, HealthLog health)
    {
        (_maker, _keep, _time, _health) = (maker, settings.Keep, time, health);
        _folder = settings.FolderFrom(configFolder) is { } folder ? new(folder) : null;
        _schedule = new(settings.At, zone);
    }

    /// <summary>Makes a backup if one is due. A folder that is missing or full is a problem until it is mended.</summary>
    public void Look()
    {
        if (_folder is not { } folder)
            return;
        try
        {
            folder.EnsureExists();
            if (IsDue(folder))
                Make(folder);
            _health.Clear(Failed, folder.Path);
        }
        catch (BackupException fault)
        {
            _health.Raise(HealthLevel.Warning, Failed, folder.Path, $"There is no backup of today. {fault.Message} It is tried again every ten minutes.");
        }
    }

    // A network drive is only asked when it may be due.
    bool IsDue(BackupFolder folder)
    {
        DateTimeOffset now = _time.GetUtcNow();
        DateTimeOffset due = _schedule.LastDue(now);
        _doneAt = _doneAt >= due ? _doneAt : folder.List().FirstOrDefault(backup => backup.Time <= now && backup.Manifest() is not null)?.Time;
        return !(_doneAt >= due);
    }

    void Make(BackupFolder folder)
    {
        FoundBackup made = _maker.Make(folder);
        _doneAt = made.Time;
        _health.Note(HealthLevel.Info, "backup_done", folder.Path, string.Create(CultureInfo.InvariantCulture, $"The backup {made.Name} is made ({made.Bytes / BytesPerMb:0.0} MB)."));
        RemoveOld(folder, made.Time);
    }

    // An old one that stays is no reason to say that today's is missing.
    void RemoveOld(BackupFolder folder, DateTimeOffset now)
    {
        try
        {
            folder.Prune(_keep, now);
            _health.Clear(Kept, folder.Path);
        }
        catch (BackupException fault)
        {
            _health.Raise(HealthLevel.Warning, Kept, folder.Path, $"{fault.Message} It is tried again with the next backup.");
        }
    }
}
