namespace BitGrid.Host.Recordings;

/// <summary>How far the reading of all files of a recording is, by the bytes of the files.</summary>
internal sealed class ReadProgress
{
    long _bytesOfAll;
    long _bytesBefore;
    FileStream? _file;
    long _bytesOfFile;

    /// <summary>The share that is read, 0 to 1; 0 until the files are known.</summary>
    public double Share => _bytesOfAll == 0 ? 0 : Math.Min(1, (double)(_bytesBefore + PositionInFile) / _bytesOfAll);

    long PositionInFile => _file is { CanRead: true } file ? file.Position : _bytesOfFile;

    /// <summary>Says which files will be read.</summary>
    public void Expect(IEnumerable<string> files) => _bytesOfAll = files.Sum(file => new FileInfo(file).Length);

    /// <summary>Follows the file that is read now; the one before counts as read.</summary>
    /// <returns>The same file.</returns>
    public FileStream Follow(FileStream file)
    {
        _bytesBefore += _bytesOfFile;
        (_file, _bytesOfFile) = (file, file.Length);
        return file;
    }
}
