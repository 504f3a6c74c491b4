using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using BitGrid.Boot;

namespace BitGrid.Host.Update;

/// <summary>
/// A tarball of BitGrid: one folder <c>bitgrid-VERSION</c> with files and folders in it. Anything else is refused before the
/// first byte is written: a name that leads out of the folder, a link, a device, more than a version can be.
/// </summary>
internal sealed class ReleaseArchive
{
    const int BytesPerMb = 1_000_000;
    const long MostBytes = 600L * BytesPerMb;
    const int MostEntries = 10_000;
    const string FolderStart = "bitgrid-";

    const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    readonly string _tarball;

    ReleaseArchive(string tarball, ReleaseVersion version, long bytes) => (_tarball, Version, Bytes) = (tarball, version, bytes);

    /// <summary>The version it holds.</summary>
    public ReleaseVersion Version { get; }

    /// <summary>Bytes of all its files.</summary>
    public long Bytes { get; }

    /// <summary>Looks through a whole tarball.</summary>
    /// <exception cref="UpdateException">It is damaged, or not one of BitGrid's.</exception>
    public static ReleaseArchive Open(string tarball)
    {
        string? folder = null;
        long bytes = 0;
        int entries = 0;
        ForEach(tarball, entry =>
        {
            folder ??= entry.Name.Split('/')[0];
            bytes += entry.Length;
            if (Objection(entry, folder) is { } objection)
                throw new UpdateException($"{tarball}: the entry '{entry.Name}' {objection}. This is no tarball of BitGrid; do not install it.");
            if (++entries > MostEntries || bytes > MostBytes)
                throw new UpdateException(string.Create(CultureInfo.InvariantCulture, $"{tarball}: unpacks to more than {MostEntries} entries or {MostBytes / BytesPerMb} MB. This is no tarball of BitGrid; do not install it."));
        });
        ReleaseVersion? version = folder?.StartsWith(FolderStart, StringComparison.Ordinal) is true ? ReleaseVersion.TryParse(folder[FolderStart.Length..]) : null;
        return version is null
            ? throw new UpdateException($"{tarball}: holds '{folder}' where a folder such as bitgrid-1.2.0 is expected. This is no tarball of BitGrid; do not install it.")
            : new(tarball, version, bytes);
    }

    /// <summary>Unpacks it, without the folder of its name, and brings it to the disk.</summary>
    /// <param name="folder">Where to; there is nothing yet.</param>
    /// <exception cref="UpdateException">The tarball changed since it was looked through.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Unpack(string folder)
    {
        string root = FolderStart + Version.Text;
        ForEach(_tarball, entry =>
        {
            if (Objection(entry, root) is { } objection)
                throw new UpdateException($"{_tarball}: the entry '{entry.Name}' {objection}.");
            string path = Path.Combine(folder, entry.Name[root.Length..].Trim('/'));
            if (entry.EntryType == TarEntryType.Directory)
                Directory.CreateDirectory(path);
            else
                Write(entry, path);
        });
        OpenToAll(folder);
        SlotCopy.Flush(folder);
    }

    static void Write(TarEntry entry, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
        entry.DataStream?.CopyTo(file);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.SafeFileHandle, Readable | (entry.Mode & Executable));
    }

    // The service is another user than whoever updates, whatever the umask of his shell.
    static void OpenToAll(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (string below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Prepend(folder))
            File.SetUnixFileMode(below, Readable | Executable);
    }

    static string? Objection(TarEntry entry, string folder)
    {
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.Directory))
            return $"is a {entry.EntryType}, and only files and folders are allowed";
        string[] parts = entry.Name.TrimEnd('/').Split('/');
        if (parts.Any(part => part is "" or "." or "..") || entry.Name.Contains('\\', StringComparison.Ordinal))
            return "has a name that leads out of its folder";
        return parts[0] == folder ? null : $"lies outside of the folder '{folder}'";
    }

    static void ForEach(string tarball, Action<TarEntry> action)
    {
        try
        {
            using FileStream file = File.OpenRead(tarball);
            using GZipStream content = new(file, CompressionMode.Decompress);
            using TarReader reader = new(content);
            while (reader.GetNextEntry() is { } entry)
                action(entry);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new UpdateException($"{tarball}: is damaged or cut off ({damage.Message.TrimEnd('.')}). Fetch it again from where it is published.", damage);
        }
    }
}
