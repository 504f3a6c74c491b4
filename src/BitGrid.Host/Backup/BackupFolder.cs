namespace BitGrid.Host.Backup;

/// <summary>A folder of backups. Files of other names are no business of BitGrid's.</summary>
/// <param name="path">Path of the folder.</param>
internal sealed class BackupFolder(string path)
{
    /// <summary>Path of the folder.</summary>
    public string Path => path;

    /// <summary>Checks that there is such a folder.</summary>
    /// <exception cref="BackupException">There is none.</exception>
    public void EnsureExists()
    {
        // To create it would fill the place where a disk should be mounted.
        if (!Directory.Exists(path))
            throw new BackupException($"{path}: the folder for backups does not exist. Mount its disk, create it, or name another one (backup.folder in config.yaml, or --to).");
    }

    /// <summary>The backups by name, the newest first.</summary>
    /// <exception cref="BackupException">The folder cannot be read.</exception>
    public IReadOnlyList<FoundBackup> List()
    {
        EnsureExists();
        try
        {
            return
            [
                .. from file in new DirectoryInfo(path).EnumerateFiles("bitgrid-*.zip")
                   let time = BackupName.TimeOf(file.Name)
                   where time is not null
                   orderby time descending
                   select new FoundBackup(file.FullName, time.Value, file.Length),
            ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path}: the folder for backups cannot be read ({fault.Message.TrimEnd('.')}). Check its disk and the rights on it.", fault);
        }
    }

    /// <summary>
    /// Removes the oldest backups beyond a number. What is not ours by name and manifest stays, and so does the newest one that
    /// is whole, however many damaged ones came after it.
    /// </summary>
    /// <param name="keep">Number of backups that stay, 1 or more.</param>
    /// <param name="now">Time of the house. Backups from a time to come, when a clock was wrong, are neither counted nor removed.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="BackupException">The folder cannot be read, or a backup not be removed.</exception>
    public IReadOnlyList<FoundBackup> Prune(int keep, DateTimeOffset now)
    {
        FoundBackup[] ours = [.. List().Where(backup => backup.Time <= now && backup.Manifest() is not null)];
        if (ours.Length <= keep)
            return [];
        FoundBackup? newestWhole = ours.FirstOrDefault(backup => backup.FindDamage() is null);
        FoundBackup[] old = [.. ours.Skip(keep).Where(backup => backup != newestWhole)];
        foreach (FoundBackup backup in old)
            Delete(backup.Path);
        return old;
    }

    /// <summary>Removes what an interrupted backup has left behind more than a day ago.</summary>
    /// <exception cref="BackupException">It cannot be removed.</exception>
    public void RemoveUnfinished(DateTimeOffset now)
    {
        foreach (string file in Directory.EnumerateFiles(path, "bitgrid-*" + BackupName.Unfinished))
        {
            // What it would have become, without what was put behind it.
            string name = System.IO.Path.GetFileName(file).Split(".zip")[0] + ".zip";
            if (BackupName.TimeOf(name) is { } time && time < now.AddDays(-1))
                Delete(file);
        }
    }

    static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{file}: the old backup cannot be removed ({fault.Message.TrimEnd('.')}). Grant the right to write to its folder.", fault);
        }
    }
}
