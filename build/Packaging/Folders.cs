using System.Runtime.Versioning;

namespace BitGrid.Build.Packaging;

/// <summary>Folders of what is delivered: neither the umask nor the time of a build shows in them.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Folders
{
    /// <summary>Makes a folder anew and empty.</summary>
    public static string Empty(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Copies a folder with everything in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            CopyFile(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    /// <summary>Copies a file and makes the folders above it.</summary>
    public static void CopyFile(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
    }

    /// <summary>Writes a text and makes the folders above it.</summary>
    public static void WriteFile(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Gives everything in a folder the permissions that belong to it and one time.</summary>
    public static void Normalize(string folder, DateTimeOffset time)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(folder)).ToArray())
        {
            entry.UnixFileMode = FileModes.Of(entry);
            entry.LastWriteTimeUtc = time.UtcDateTime;
        }
    }
}
