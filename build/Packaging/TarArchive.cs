using System.Formats.Tar;

namespace BitGrid.Build.Packaging;

/// <summary>Tar files that depend on the content alone: entries in the order of their names, owned by root, all of one time.</summary>
internal static class TarArchive
{
    /// <summary>Writes a folder, and everything in it, below its own name.</summary>
    public static void Write(Stream output, string folder, DateTimeOffset time)
    {
        using var writer = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        var root = Path.GetFileName(folder);
        WriteEntry(writer, new DirectoryInfo(folder), root, time);
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => (Entry: entry, Name: $"{root}/{Path.GetRelativePath(folder, entry.FullName)}"))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var (entry, name) in entries)
            WriteEntry(writer, entry, name, time);
    }

    static void WriteEntry(TarWriter writer, FileSystemInfo entry, string name, DateTimeOffset time)
    {
        var packed = entry is FileInfo
            ? new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = File.OpenRead(entry.FullName) }
            : new UstarTarEntry(TarEntryType.Directory, name + "/");
        using var content = packed.DataStream;
        packed.Mode = FileModes.Of(entry);
        packed.ModificationTime = time;
        writer.WriteEntry(packed);
    }
}
