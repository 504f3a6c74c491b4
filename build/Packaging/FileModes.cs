namespace BitGrid.Build.Packaging;

/// <summary>Permissions of what is delivered: readable for all, writable for the owner, executable where it is a program.</summary>
internal static class FileModes
{
    const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public const UnixFileMode Plain = Readable | UnixFileMode.UserWrite;

    public const UnixFileMode Program = Plain | Executable;

    /// <summary>Permissions of a file or folder, whatever the ones it has.</summary>
    public static UnixFileMode Of(FileSystemInfo entry) => entry is DirectoryInfo || IsProgram(entry.FullName) ? Program : Plain;

    // Told by the content, so that it does not depend on who checked out or published the file.
    static bool IsProgram(string path)
    {
        Span<byte> start = stackalloc byte[4];
        using var file = File.OpenRead(path);
        var read = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return read.StartsWith("#!"u8) || (read.SequenceEqual("\u007fELF"u8) && !path.EndsWith(".so", StringComparison.Ordinal));
    }
}
