using System.Formats.Tar;

namespace BitGrid.Build.Packaging;

/// <summary>Tar files that depend on the content alone: entries in the order of their names, owned by root unless said otherwise, all of one time.</summary>
internal static class TarArchive
{
    /// <summary>Writes a folder, and everything in it, below its own name.</summary>
    public static void WriteFolder(Stream output, string folder, DateTimeOffset time) =>
        WriteBelow(output, folder, Path.GetFileName(folder), time, owner: _ => 0);

    /// <summary>Writes what a folder holds as the root of a file system.</summary>
    /// <param name="owner">Number of the user and group that owns an entry, by its name (<c>etc/passwd</c>).</param>
    public static void WriteRoot(Stream output, string folder, DateTimeOffset time, Func<string, int> owner) =>
        WriteBelow(output, folder, prefix: "", time, owner);

    static void WriteBelow(Stream output, string folder, string prefix, DateTimeOffset time, Func<string, int> owner)
    {
        using var writer = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => (Entry: entry, Name: Path.Combine(prefix, Path.GetRelativePath(folder, entry.FullName))))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .ToList();
        if (prefix.Length > 0)
            entries.Insert(0, (new DirectoryInfo(folder), prefix));
        foreach (var (entry, name) in entries)
            WriteEntry(writer, entry, name, time, owner(name));
    }

    static void WriteEntry(TarWriter writer, FileSystemInfo entry, string name, DateTimeOffset time, int owner)
    {
        var packed = entry switch
        {
            { LinkTarget: { } target } => new UstarTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target },
            FileInfo => new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = File.OpenRead(entry.FullName), Mode = FileModes.Of(entry) },
            _ => new UstarTarEntry(TarEntryType.Directory, name + "/") { Mode = FileModes.Program },
        };
        using var content = packed.DataStream;
        packed.ModificationTime = time;
        packed.Uid = packed.Gid = owner;
        writer.WriteEntry(packed);
    }
}
