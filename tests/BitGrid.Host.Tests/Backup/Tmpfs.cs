using System.Diagnostics;

namespace BitGrid.Host.Tests.Backup;

/// <summary>A small disk of its own in memory; needs root on Linux.</summary>
sealed class Tmpfs : IDisposable
{
    public Tmpfs(string path, string options)
    {
        Path = Directory.CreateDirectory(path).FullName;
        Assert.True(Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", Path), "the disk cannot be mounted");
    }

    /// <summary>True where a disk can be mounted: not everywhere, even for root.</summary>
    public static bool IsPossible { get; } = Try();

    public string Path { get; }

    public void Dispose() => Assert.True(Run("umount", Path), "the disk cannot be unmounted");

    static bool Try()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return false;
        string path = Directory.CreateTempSubdirectory("bitgrid-disk-").FullName;
        bool isPossible = Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", path) && Run("umount", path);
        Directory.Delete(path);
        return isPossible;
    }

    static bool Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
