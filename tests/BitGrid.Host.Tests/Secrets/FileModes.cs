namespace BitGrid.Host.Tests.Secrets;

/// <summary>Who may do what with a file, on systems that know it.</summary>
static class FileModes
{
    public static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
