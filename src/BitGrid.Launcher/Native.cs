using System.Runtime.InteropServices;

namespace BitGrid.Launcher;

/// <summary>The calls of the system that the runtime has no word for.</summary>
internal static class Native
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Do not wait: tell at once whether a child has ended.</summary>
    public const int NoHang = 1;

#pragma warning disable SYSLIB1054 // Generated marshalling needs unsafe code in the whole project for these four calls.
    [DllImport("libc", EntryPoint = "posix_spawn")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Spawn(out int process, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, nint actions, nint attributes, nint words, nint environment);

    [DllImport("libc", EntryPoint = "execve", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Exec([MarshalAs(UnmanagedType.LPUTF8Str)] string path, nint words, nint environment);

    [DllImport("libc", EntryPoint = "waitpid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Wait(int process, out int status, int options);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Signal(int process, int signal);
#pragma warning restore SYSLIB1054

    /// <summary>A list of texts as C has it: pointers, the last one null. It lives as long as this process.</summary>
    public static nint List(IReadOnlyCollection<string> texts)
    {
        nint list = Marshal.AllocHGlobal((texts.Count + 1) * nint.Size);
        int i = 0;
        foreach (string text in texts)
            Marshal.WriteIntPtr(list, i++ * nint.Size, Marshal.StringToCoTaskMemUTF8(text));
        Marshal.WriteIntPtr(list, i * nint.Size, 0);
        return list;
    }
}
