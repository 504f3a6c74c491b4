using System.Text;

namespace BitGrid.Boot;

/// <summary>A small text file that is there whole, old or new, whenever the power fails.</summary>
internal static class DurableFile
{
    // Root and the user of the service read each other's, whatever the umask of a shell.
    const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Replaces the file: written under another name, brought to the disk, renamed.</summary>
    /// <exception cref="IOException">The disk refuses; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(string path, string text)
    {
        string next = path + ".new";
        using (FileStream file = new(next, FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file.SafeFileHandle, ReadableByAll);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
        DiskFolder.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>The text without white space around it; <see langword="null"/> when there is no such file, or it cannot be read.</summary>
    public static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
