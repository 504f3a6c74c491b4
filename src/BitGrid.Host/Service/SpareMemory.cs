using System.Runtime.InteropServices;

namespace BitGrid.Host.Service;

/// <summary>What a start took and nobody needs afterwards: a house lives on little, and a small computer has better use for the rest.</summary>
internal static class SpareMemory
{
    /// <summary>Gives it back to the system. Everything else in the program waits meanwhile, some ten milliseconds.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            // What the runtime's compiler worked with: the C library keeps it otherwise.
            _ = Trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Only Debian's C library knows it.
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Trim(nuint keptBytes);
}
