using System.Runtime.InteropServices;
using System.Text;

namespace BitGrid.Boot;

/// <summary>Brings the entries of a folder to the disk. Without it a renamed file may be gone after a power cut; the runtime has no call for it.</summary>
internal static class DiskFolder
{
    const int ReadOnly = 0;

    /// <summary>Brings new and renamed entries to the disk. Windows does that by itself.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        int handle = OpenFolder(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (handle < 0)
            throw Failed(folder);
        try
        {
            if (FlushFolder(handle) != 0)
                throw Failed(folder);
        }
        finally
        {
            _ = CloseFolder(handle);
        }
    }

    static IOException Failed(string folder) => new($"{folder}: the folder cannot be brought to the disk ({Marshal.GetLastPInvokeErrorMessage()})");

#pragma warning disable SYSLIB1054 // Generated marshalling needs unsafe code in the whole project; these three calls need no marshalling.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int OpenFolder(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int FlushFolder(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int CloseFolder(int handle);
#pragma warning restore SYSLIB1054
}
