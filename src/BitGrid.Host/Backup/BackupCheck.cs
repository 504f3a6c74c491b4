namespace BitGrid.Host.Backup;

/// <summary>Checks a backup as a restore would meet it: every file, and the database from its first page to its last.</summary>
internal static class BackupCheck
{
    /// <summary>Checks a backup.</summary>
    /// <param name="path">The backup.</param>
    /// <exception cref="BackupException">It cannot be relied on.</exception>
    public static void Run(string path)
    {
        using BackupReader backup = BackupReader.Open(path);
        backup.EnsureWhole();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bitgrid-backup-");
        try
        {
            string database = Path.Combine(folder.FullName, BackupContent.Database);
            backup.Extract(backup.Manifest.Files.First(file => file.Name == BackupContent.Database), database);
            DatabaseCopy.Check(database);
        }
        catch (BackupException damage)
        {
            throw new BackupException($"{path}: this backup cannot be used: {damage.Message}. Use another one.", damage);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{folder.FullName}: there is no room to check the database of {path} ({fault.Message.TrimEnd('.')}). Make room there, or set TMPDIR to another folder.", fault);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
