using System.Globalization;

namespace BitGrid.Host.Service;

/// <summary>The folder of everything that a house keeps. One program at a time holds it.</summary>
internal sealed class DataFolder : IDisposable
{
    readonly FileStream _lock;

    DataFolder(string path, FileStream file) => (Path, _lock) = (path, file);

    public string Path { get; }

    public string Database => DatabaseIn(Path);

    public static string DatabaseIn(string folder) => System.IO.Path.Combine(folder, "bitgrid.db");

    /// <summary>Takes hold of a folder, and makes it if there is none.</summary>
    /// <exception cref="IOException">It cannot be used; the message says why and what to do.</exception>
    public static DataFolder Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(path);
            FileStream file = new(LockIn(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Tell(PidIn(path), Environment.ProcessId);
            return new(path, file);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException($"{path}: the data folder may not be written. Repair: sudo chown -R {Environment.UserName} '{path}', or name another folder with --data.", denied);
        }
        catch (IOException held) when (ProcessIn(path) is { } other)
        {
            throw new IOException($"{path}: another BitGrid (process {other}) is using this data folder. Repair: end it first, or name another folder with --data.", held);
        }
        catch (IOException failure)
        {
            throw new IOException($"{path}: the data folder cannot be used ({failure.Message}) Repair: make room or mount it writable, or name another folder with --data.", failure);
        }
    }

    /// <summary>The process that holds a folder; <see langword="null"/> when none does.</summary>
    public static int? ProcessIn(string path)
    {
        try
        {
            using (new FileStream(LockIn(path), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                return null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return ReadNumber(PidIn(path));
        }
    }

    /// <summary>Tells, beside the process, on which port it answers; it need not be that of the configuration.</summary>
    public void TellPort(int port) => Tell(PortFile(Path), port);

    /// <summary>The port that the process which holds a folder answers on; <see langword="null"/> when it told none.</summary>
    public static int? PortIn(string path) => ReadNumber(PortFile(path));

    public void Dispose()
    {
        File.Delete(PortFile(Path));
        File.Delete(PidIn(Path));
        _lock.Dispose();
    }

    // Beside the lock, which nobody else can read. A disk that is full must not keep a house from being run.
    static void Tell(string file, int number)
    {
        try
        {
            File.WriteAllText(file, number.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            File.Delete(file);
        }
    }

    static int? ReadNumber(string file)
    {
        try
        {
            return int.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static string LockIn(string folder) => System.IO.Path.Combine(folder, "bitgrid.lock");

    static string PidIn(string folder) => System.IO.Path.Combine(folder, "bitgrid.pid");

    static string PortFile(string folder) => System.IO.Path.Combine(folder, "bitgrid.port");
}
