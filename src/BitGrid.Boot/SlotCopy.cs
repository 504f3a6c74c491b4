namespace BitGrid.Boot;

/// <summary>Copies the folder of a version, so that it stays when a package or an image brings the next one.</summary>
internal static class SlotCopy
{
    /// <summary>A copy that is not complete has a name that is no version.</summary>
    const string Unfinished = ".part";

    /// <summary>Makes a copy that appears whole or not at all; one that is there already is left alone.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Make(string from, string to)
    {
        if (Directory.Exists(to))
            return;
        string part = to + Unfinished;
        Remove(part);
        CopyFolder(from, part);
        Directory.Move(part, to);
        DiskFolder.Flush(Path.GetDirectoryName(to)!);
    }

    /// <summary>Removes the versions of a folder that are not wanted any more, and what an interrupted copy has left.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be removed.</exception>
    public static void Prune(string slots, params IReadOnlyCollection<string> wanted)
    {
        if (!Directory.Exists(slots))
            return;
        foreach (string folder in Directory.EnumerateDirectories(slots).Where(folder => !wanted.Contains(Path.GetFileName(folder), StringComparer.Ordinal)).ToArray())
            Remove(folder);
    }

    /// <summary>Brings every file below a folder to the disk.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Flush(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            using FileStream content = new(file, FileMode.Open, FileAccess.ReadWrite);
            content.Flush(flushToDisk: true);
        }

        foreach (string below in Directory.EnumerateDirectories(folder))
            Flush(below);
        DiskFolder.Flush(folder);
    }

    // Renamed first: a removal that is interrupted must not leave half a version under its name.
    static void Remove(string folder)
    {
        if (!folder.EndsWith(Unfinished, StringComparison.Ordinal))
        {
            Remove(folder + Unfinished);
            Directory.Move(folder, folder + Unfinished);
            folder += Unfinished;
        }

        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
        {
            string copy = Path.Combine(to, Path.GetFileName(file));
            File.Copy(file, copy);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(copy, File.GetUnixFileMode(copy) | UnixFileMode.UserWrite);
            using FileStream content = new(copy, FileMode.Open, FileAccess.ReadWrite);
            content.Flush(flushToDisk: true);
        }

        foreach (string folder in Directory.EnumerateDirectories(from))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        DiskFolder.Flush(to);
    }
}
