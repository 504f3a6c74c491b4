using System.Globalization;
using BitGrid.Host.Service;

namespace BitGrid.Host.Backup;

/// <summary>
/// Puts a backup back. Everything is unpacked and checked beside its place first; then what is there is moved aside, and the new
/// moved in. When anything fails, the old is where it was. Other files of the two folders (secrets, archive, log) stay.
/// </summary>
/// <param name="configFolder">Folder of the configuration; made if there is none.</param>
/// <param name="dataFolder">Folder of everything that is kept; made if there is none.</param>
/// <param name="time">The clock.</param>
internal sealed class BackupRestore(string configFolder, string dataFolder, TimeProvider time)
{
    const string Restoring = ".restoring";

    // The log of a database belongs to it: beside another one it would damage that.
    static readonly string[] DatabaseFiles = [BackupContent.Database, BackupContent.Database + "-wal", BackupContent.Database + "-shm"];

    readonly string _config = Path.TrimEndingDirectorySeparator(Path.GetFullPath(configFolder));
    readonly string _data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder));

    /// <summary>Restores a backup.</summary>
    /// <returns>Folders that now hold what was there before.</returns>
    /// <exception cref="BackupException">It was not restored, and everything is as it was.</exception>
    public IReadOnlyList<string> Run(BackupReader backup)
    {
        if (_config == _data)
            throw new BackupException($"{_config}: configuration and data need a folder each. Name two folders.");
        try
        {
            // Held until the end, so that no BitGrid starts in between.
            using DataFolder held = DataFolder.Open(_data);
            Directory.CreateDirectory(_config);
            return Replace(backup);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"Nothing was restored, and what was there is as it was: {fault.Message}", fault);
        }
    }

    string[] Replace(BackupReader backup)
    {
        Dictionary<string, string> targets = backup.Manifest.Files.ToDictionary(file => file.Name, file => TargetOf(file.Name), StringComparer.Ordinal);
        FileMoves moves = new();
        try
        {
            Stage(backup, targets);
            string[] aside = [.. SetAside(moves)];
            foreach (string target in targets.Values)
                moves.Move(target + Restoring, target);
            return aside;
        }
        catch
        {
            moves.Undo();
            throw;
        }
        finally
        {
            foreach (string target in targets.Values)
                File.Delete(target + Restoring);
        }
    }

    static void Stage(BackupReader backup, Dictionary<string, string> targets)
    {
        foreach (BackupEntry file in backup.Manifest.Files)
        {
            File.Delete(targets[file.Name] + Restoring);
            backup.Extract(file, targets[file.Name] + Restoring);
        }

        try
        {
            DatabaseCopy.Check(targets[BackupContent.Database] + Restoring);
        }
        catch (BackupException damage)
        {
            throw new BackupException($"Nothing was restored, and what was there is as it was: {damage.Message}. Use another backup.", damage);
        }
    }

    IEnumerable<string> SetAside(FileMoves moves)
    {
        string[] config = [.. Directory.EnumerateFiles(_config, "*.yaml").Select(file => Path.GetFileName(file))];
        string mark = string.Create(CultureInfo.InvariantCulture, $"before-restore-{time.GetUtcNow().UtcDateTime:yyyyMMddTHHmmssZ}");
        foreach ((string folder, string[] files) in new[] { (_data, DatabaseFiles), (_config, config) })
        {
            string[] there = [.. files.Where(file => File.Exists(Path.Combine(folder, file)))];
            if (there.Length == 0)
                continue;
            string aside = Beside(folder, mark);
            moves.CreateFolder(aside);
            foreach (string file in there)
                moves.Move(Path.Combine(folder, file), Path.Combine(aside, file));
            yield return aside;
        }
    }

    // What lies beside a mounted folder is on another disk, and in a container it is gone with the container.
    static string Beside(string folder, string mark) =>
        DriveInfo.GetDrives().Any(drive => Path.TrimEndingDirectorySeparator(drive.RootDirectory.FullName) == folder) ? Path.Combine(folder, mark) : $"{folder}.{mark}";

    string TargetOf(string name) =>
        BackupContent.ConfigFile(name) is { } file ? Path.Combine(_config, file) : Path.Combine(_data, BackupContent.Database);
}
