using System.Globalization;

namespace JournalWriter;

/// <summary>What this process has written, as the system counts it.</summary>
internal static class DiskCounters
{
    /// <summary>A counter of <c>/proc/self/io</c>, bytes: <c>wchar</c> given to write calls, <c>write_bytes</c> brought to a disk.</summary>
    public static long Written(string counter) => !OperatingSystem.IsLinux() ? 0 : long.Parse(
        File.ReadLines("/proc/self/io").First(line => line.StartsWith(counter + ":", StringComparison.Ordinal)).Split(' ')[1],
        CultureInfo.InvariantCulture);
}
