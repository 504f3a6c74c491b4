using System.Diagnostics;

namespace BitGrid.Host.Tests.Store;

/// <summary>A small file system in memory, as a disk that can be full or read-only.</summary>
internal sealed class Mount : IDisposable
{
    public Mount(string size)
    {
        Folder = Directory.CreateTempSubdirectory("bitgrid-mount-").FullName;
        Assert.True(Run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", Folder));
    }

    public string Folder { get; }

    /// <summary>Takes away or gives back the right to write.</summary>
    public void Remount(string options) => Assert.True(Run("mount", "-o", "remount," + options, Folder));

    /// <summary>Uses up all room.</summary>
    public void Fill()
    {
        using FileStream file = File.Create(Path.Combine(Folder, "filler"));
        try
        {
            byte[] page = new byte[4096];
            while (true)
            {
                file.Write(page);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Empty() => File.Delete(Path.Combine(Folder, "filler"));

    public void Dispose()
    {
        Run("umount", Folder);
        Directory.Delete(Folder);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>True when it succeeded.</returns>
    public static bool Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
