namespace BitGrid.Host.Tests.Store;

/// <summary>A library that, loaded before all others, makes the disk refuse ten times to bring data home (<c>fsync</c>), then work again.</summary>
internal static class FailingDisk
{
    const string Source = """
        #include <errno.h>
        #include <sys/syscall.h>
        #include <unistd.h>
        static int calls;
        static int flush(long call, int file)
        {
            calls++;
            if (calls >= 20 && calls < 30) { errno = EIO; return -1; }
            return (int)syscall(call, file);
        }
        int fsync(int file) { return flush(SYS_fsync, file); }
        int fdatasync(int file) { return flush(SYS_fdatasync, file); }
        """;

    /// <summary>Makes the library.</summary>
    /// <returns>Its path.</returns>
    public static string Compile(string folder)
    {
        string library = Path.Combine(folder, "failing-disk.so");
        File.WriteAllText(library + ".c", Source);
        Assert.True(Mount.Run("cc", "-shared", "-fPIC", "-o", library, library + ".c"));
        return library;
    }
}
