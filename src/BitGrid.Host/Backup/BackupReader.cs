using System.IO.Compression;
using System.Security.Cryptography;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Backup;

/// <summary>A backup open for reading. Only what its manifest lists ever comes out of it, under names that this program knows.</summary>
internal sealed class BackupReader : IDisposable
{
    const int MaxManifestBytes = 64 * 1024;

    readonly string _path;
    readonly ZipArchive _zip;

    BackupReader(string path, ZipArchive zip)
    {
        (_path, _zip) = (path, zip);
        Manifest = ReadManifest();
        EnsureNoStranger();
    }

    /// <summary>What the backup says of itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens a backup.</summary>
    /// <exception cref="BackupException">There is none, or it is damaged or too new.</exception>
    public static BackupReader Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            return new(path, zip);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            zip?.Dispose();
            throw Unusable(path, fault);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Reads every file and compares it with the manifest.</summary>
    /// <exception cref="BackupException">One is missing or not as it was.</exception>
    public void EnsureWhole()
    {
        foreach (BackupEntry file in Manifest.Files)
            Copy(file, Stream.Null);
    }

    /// <summary>Writes a file of the backup to the disk, and compares it with the manifest.</summary>
    /// <exception cref="BackupException">It is not as it was.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public void Extract(BackupEntry file, string target)
    {
        using FileStream stream = new(target, FileMode.CreateNew, FileAccess.Write);
        Copy(file, stream);
        stream.Flush(flushToDisk: true);
    }

    public void Dispose() => _zip.Dispose();

    void Copy(BackupEntry file, Stream target)
    {
        if (_zip.GetEntry(file.Name) is not { } entry)
            throw Damaged(_path, $"{file.Name} is missing");
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long bytes = 0;
        foreach (ReadOnlyMemory<byte> part in Parts(entry))
        {
            bytes += part.Length;
            if (bytes > file.Bytes)
                break;
            hash.AppendData(part.Span);
            target.Write(part.Span);
        }

        if (bytes != file.Bytes || Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
            throw Damaged(_path, $"{file.Name} is not what was backed up");
    }

    // Faults of reading are the backup's; those of writing are not.
    IEnumerable<ReadOnlyMemory<byte>> Parts(ZipArchiveEntry entry)
    {
        byte[] buffer = new byte[128 * 1024];
        using Stream content = Reading(entry.Open);
        for (int length = Reading(() => content.Read(buffer)); length > 0; length = Reading(() => content.Read(buffer)))
            yield return buffer.AsMemory(0, length);
    }

    T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw Unusable(_path, fault);
        }
    }

    BackupManifest ReadManifest()
    {
        ZipArchiveEntry entry = _zip.GetEntry(BackupContent.Manifest) ?? throw Damaged(_path, "it has no manifest.json, so it is no backup of BitGrid");
        byte[] json = new byte[MaxManifestBytes];
        using Stream content = entry.Open();
        int length = content.ReadAtLeast(json, json.Length, throwOnEndOfStream: false);
        try
        {
            return BackupManifest.Parse(json.AsMemory(0, length));
        }
        catch (BackupException fault)
        {
            throw Damaged(_path, fault.Message);
        }
    }

    void EnsureNoStranger()
    {
        HashSet<string> names = [BackupContent.Manifest, .. Manifest.Files.Select(file => file.Name)];
        if (_zip.Entries.FirstOrDefault(entry => !names.Contains(entry.FullName)) is { } stranger)
            throw Damaged(_path, $"it holds a file that its manifest does not name, {Printable.Text(stranger.FullName)}");
    }

    static bool IsFault(Exception fault) => fault is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException;

    static BackupException Unusable(string path, Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => new($"{path}: there is no such file. The backups in a folder are shown by: bitgrid backup list --in FOLDER", fault),
        UnauthorizedAccessException => new($"{path}: may not be read by the user {Environment.UserName}. Grant that right, or use another user.", fault),
        InvalidDataException or NotSupportedException => Damaged(path, "it is no whole zip file", fault),
        _ => new($"{path}: cannot be read ({fault.Message.TrimEnd('.')}). Check the disk or the connection to it.", fault),
    };

    static BackupException Damaged(string path, string why, Exception? cause = null) =>
        new($"{path}: this backup cannot be used: {why}. Use another one; bitgrid backup verify --all finds out which are whole.", cause);
}
