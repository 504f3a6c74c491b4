using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using BitGrid.Boot;
using BitGrid.Host.Archive;
using BitGrid.Host.Cli;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Store;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Backup;

/// <summary>
/// Makes backups of a house, also while it runs. A backup is one zip file: it can be opened anywhere, its manifest is read without
/// unpacking the rest, and its directory stands at the end, so that a copy that was cut off is noticed at once.
/// </summary>
/// <param name="database">Path of the database.</param>
/// <param name="configFolder">Folder of the configuration.</param>
/// <param name="time">The clock of the house.</param>
internal sealed class BackupMaker(string database, string configFolder, TimeProvider time)
{
    const int BytesPerMb = 1_000_000;
    const int RoomForTheRest = BytesPerMb;

    /// <summary>Makes a backup. It appears whole or not at all: written under another name, read back, and only then renamed.</summary>
    /// <param name="folder">Where; exists.</param>
    /// <returns>The backup.</returns>
    /// <exception cref="BackupException">It cannot be made. Nothing is left behind.</exception>
    public FoundBackup Make(BackupFolder folder)
    {
        folder.EnsureExists();
        DateTimeOffset now = time.GetUtcNow();
        string path = Path.Combine(folder.Path, BackupName.Of(now));
        if (File.Exists(path))
            throw new BackupException($"{path}: there is a backup of this very second. Try again.");
        ConfigFolder config = ReadConfig();
        try
        {
            folder.RemoveUnfinished(now);
            EnsureRoom(folder.Path);
            Make(path, now, config);
            return new(path, now, new FileInfo(path).Length);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException or StoreException)
        {
            throw new BackupException(Explain(folder.Path, fault), fault);
        }
    }

    void Make(string path, DateTimeOffset now, ConfigFolder config)
    {
        string copy = path + ".db" + BackupName.Unfinished;
        string part = path + BackupName.Unfinished;
        try
        {
            DatabaseCopy.Make(database, copy);
            Write(part, copy, ManifestOf(now, config, copy, DatabaseCopy.Check(copy)), config);
            using (BackupReader written = BackupReader.Open(part))
                written.EnsureWhole();
            File.Move(part, path);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(part);
        }

        FlushFolder(Path.GetDirectoryName(path)!);
    }

    // These files only: whatever else lies beside them may be a secret.
    ConfigFolder ReadConfig()
    {
        ConfigFolder config = ConfigFolder.Read(configFolder);
        ImmutableSortedDictionary<string, byte[]> files = config.Files.RemoveRange(config.Files.Keys.Except(ConfigFiles.All));
        if (config.Faults.FirstOrDefault(fault => !config.IsReadable || ConfigFiles.All.Contains(Path.GetFileName(fault.File), StringComparer.Ordinal)) is { } fault)
            throw new BackupException(fault.ToString());
        return files.Count > 0
            ? config with { Files = files }
            : throw new BackupException($"{configFolder}: the folder holds no configuration. Name the folder that holds config.yaml with --config.");
    }

    // At the worst the database twice: its copy, and a zip that is no smaller.
    void EnsureRoom(string folder)
    {
        if (!File.Exists(database))
            throw new BackupException($"{database}: there is no database yet, so there is nothing to back up. Name the data folder with --data, or start BitGrid first.");
        long needed = (2 * DatabaseCopy.BytesOf(database)) + RoomForTheRest;
        if (FreeBytes(folder) is { } free && free < needed)
            throw new BackupException(string.Create(CultureInfo.InvariantCulture, $"{folder}: the backup does not fit: it needs up to {(double)needed / BytesPerMb:0.0} MB, and {(double)free / BytesPerMb:0.0} MB are free. Make room there, lower backup.keep, or name another folder (backup.folder in config.yaml, or --to)."));
    }

    // A share that Windows knows only by its name does not tell.
    static long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static BackupManifest ManifestOf(DateTimeOffset now, ConfigFolder config, string copy, int schema) => new()
    {
        Format = BackupManifest.CurrentFormat,
        Created = now,
        ProgramVersion = ProductVersion.Text,
        DatabaseSchema = schema,
        ConfigHash = ConfigHash.Of(config),
        Files =
        [
            EntryOf(copy),
            .. config.Files.Select(file => new BackupEntry(BackupContent.OfConfig(file.Key), file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(file.Value)))),
        ],
    };

    static BackupEntry EntryOf(string copy)
    {
        using FileStream content = File.OpenRead(copy);
        return new(BackupContent.Database, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    static void Write(string part, string copy, BackupManifest manifest, ConfigFolder config)
    {
        using FileStream file = new(part, FileMode.CreateNew, FileAccess.Write);
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, BackupContent.Manifest, manifest.Created, new MemoryStream(manifest.ToJson()));
            foreach ((string name, byte[] content) in config.Files)
                Add(zip, BackupContent.OfConfig(name), manifest.Created, new MemoryStream(content));
            Add(zip, BackupContent.Database, manifest.Created, File.OpenRead(copy));
        }

        file.Flush(flushToDisk: true);
    }

    static void Add(ZipArchive zip, string name, DateTimeOffset time, Stream content)
    {
        using Stream source = content;
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = time;
        using Stream target = entry.Open();
        source.CopyTo(target);
    }

    static void FlushFolder(string folder)
    {
        try
        {
            DiskFolder.Flush(folder);
        }
        catch (IOException)
        {
            // Some network drives cannot do that. The file itself is on the disk.
        }
    }

    string Explain(string folder, Exception fault) => fault switch
    {
        StoreException { InnerException: { } damage } when StoreFile.IsDamage(damage) => $"{database}: the database is damaged ({fault.Message.TrimEnd('.')}). A running BitGrid moves it aside and begins a new one; restore an earlier backup if you need its days.",
        StoreException => $"{database}: the database cannot be read ({fault.Message.TrimEnd('.')}). Check the rights on it and its disk.",
        UnauthorizedAccessException => $"{folder}: the user {Environment.UserName} may not write there. Grant that right, or name another folder (backup.folder in config.yaml, or --to).",
        _ => $"{folder}: the backup cannot be written ({fault.Message.TrimEnd('.')}). Check that its disk is there, writable and not full, or name another folder (backup.folder in config.yaml, or --to).",
    };
}
