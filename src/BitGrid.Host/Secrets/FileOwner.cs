using System.Runtime.InteropServices;
using System.Text;

namespace BitGrid.Host.Secrets;

/// <summary>Tells whose a file is.</summary>
internal static class FileOwner
{
    // statx(2): the only call of this kind whose result has the same layout on every processor.
    const int FromWorkingFolder = -100;
    const uint WithOwner = 0x8;
    const int ResultBytes = 256;
    const int OwnerOffset = 20;

    /// <summary>
    /// True when a file that only its owner may read, and that was read, belongs to neither the user who runs this program nor
    /// root. For anybody but root that is out of the question: he could not have read it.
    /// </summary>
    public static bool IsStranger(string path)
    {
        if (!Environment.IsPrivilegedProcess || !OperatingSystem.IsLinux())
            return false;
        byte[] result = new byte[ResultBytes];
        return Statx(FromWorkingFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, WithOwner, result) == 0
            && BitConverter.ToUInt32(result, OwnerOffset) != 0;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] result);
}
