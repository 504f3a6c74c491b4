namespace BitGrid.Host.Recordings.Output;

/// <summary>
/// A file that appears whole or not at all: written beside its place under another name, renamed at the end.
/// <c>-</c> is standard output, and devices (<c>/dev/…</c>) are written directly.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    /// <summary>The path that means standard output.</summary>
    public const string StandardOutput = "-";

    const int BufferSize = 1 << 16;

    readonly string? _temporaryPath;
    bool _isPending;

    public OutputFile(string path)
    {
        Path = path;
        _temporaryPath = path == StandardOutput || path.StartsWith("/dev/", StringComparison.Ordinal) ? null : path + ".part";
        Stream = new BufferedStream(Open(), BufferSize);
        _isPending = _temporaryPath is not null;
    }

    /// <summary>Where the file will be.</summary>
    public string Path { get; }

    public Stream Stream { get; }

    /// <summary>Puts the file in its place; what stood there is replaced.</summary>
    public void Commit()
    {
        Stream.Dispose();
        if (_isPending)
            File.Move(_temporaryPath!, Path, overwrite: true);
        _isPending = false;
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (_isPending)
            File.Delete(_temporaryPath!);
        _isPending = false;
    }

    Stream Open()
    {
        if (Path == StandardOutput)
            return Console.OpenStandardOutput();
        if (Directory.Exists(Path))
            throw new OutputException($"{Path}: is a folder. Repair: name a file in it.");
        string? folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path));
        if (!Directory.Exists(folder))
            throw new OutputException($"{Path}: the folder does not exist. Repair: create it first (mkdir -p '{folder}').");
        try
        {
            return new SynchronousFile(_temporaryPath ?? Path, _temporaryPath is null ? FileMode.Open : FileMode.Create, FileAccess.Write, FileShare.None);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw OutputException.Of(Path, cause);
        }
    }
}
