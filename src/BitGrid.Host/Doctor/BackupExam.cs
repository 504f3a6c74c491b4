using System.Globalization;
using BitGrid.Host.Backup;

namespace BitGrid.Host.Doctor;

/// <summary>Is there a backup that is not too old?</summary>
internal static class BackupExam
{
    const string Subject = "backup";
    static readonly TimeSpan TooOld = TimeSpan.FromDays(2);

    public static IEnumerable<Finding> Run(Patient patient) => patient.House is { } house ? [Look(house.Host.Backup.FolderFrom(patient.ConfigFolder))] : [];

    static Finding Look(string? folder)
    {
        if (folder is null)
            return Finding.Warning(Subject, "no daily backup is set", "Set backup.folder in config.yaml to a folder on another disk.");
        try
        {
            return new BackupFolder(folder).List() is [var newest, ..] ? Age(newest) : Finding.Warning(Subject, $"there is none in {folder} yet", "It is made at backup.at; or now: bitgrid backup create");
        }
        catch (BackupException fault)
        {
            return Finding.Fault(Subject, fault.Message, "As it says.");
        }
    }

    static Finding Age(FoundBackup newest)
    {
        TimeSpan age = TimeProvider.System.GetUtcNow() - newest.Time;
        string text = string.Create(CultureInfo.InvariantCulture, $"the newest is {newest.Name}, {age.TotalHours:0} hours old");
        return age < TooOld ? Finding.Ok(Subject, text) : Finding.Warning(Subject, text, "Look into the log for backup_failed, and whether BitGrid is running at backup.at.");
    }
}
