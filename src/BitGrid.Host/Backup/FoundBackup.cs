namespace BitGrid.Host.Backup;

/// <summary>A backup that lies in a folder.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Time">When it was made, UTC, as its name says.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record FoundBackup(string Path, DateTimeOffset Time, long Bytes)
{
    /// <summary>Its name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>What it says of itself; <see langword="null"/> when it cannot be read.</summary>
    public BackupManifest? Manifest()
    {
        try
        {
            using BackupReader backup = BackupReader.Open(Path);
            return backup.Manifest;
        }
        catch (BackupException)
        {
            return null;
        }
    }

    /// <summary>Why it cannot be relied on, after every byte of it was read; <see langword="null"/> when it can.</summary>
    public string? FindDamage()
    {
        try
        {
            using BackupReader backup = BackupReader.Open(Path);
            backup.EnsureWhole();
            return null;
        }
        catch (BackupException damage)
        {
            return damage.Message;
        }
    }
}
