using System.IO.Compression;
using BitGrid.Host.Recordings.Csv;
using BitGrid.Host.Recordings.Tables;

namespace BitGrid.Host.Recordings;

/// <summary>Finds the files of a recording.</summary>
internal static class RecordingFiles
{
    const string AllowedFiles = "a file that ends in .csv, .csv.gz or .parquet, or a folder with such files";

    /// <summary>The sources behind a path: one for a file; for a folder all files in it and below, in ordinal order of their paths.</summary>
    public static IEnumerable<IRecordingSource> Find(string path, InputReport report)
    {
        if (File.Exists(path))
            return Source(path, report) is { } source ? Expect([source], report) : Nothing(report, new(new(path), "the kind of file is not known", AllowedFiles, "rename or convert it"));
        if (!Directory.Exists(path))
            return Nothing(report, new(new(path), "there is no such file or folder", AllowedFiles, "check the path"));

        IRecordingSource[] sources = [.. Files(path, report).Select(file => Source(file, report)).OfType<IRecordingSource>()];
        return sources.Length > 0 || report.IsBad ? Expect(sources, report) : Nothing(report, new(new(path), "the folder holds no recording", AllowedFiles, "check the path"));
    }

    static string[] Files(string folder, InputReport report)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).OrderBy(file => file.Replace('\\', '/'), StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            report.Add(new(new(folder), $"the folder cannot be listed ({InputFault.Shown(fault)})", "a folder that may be read, with all below it", "grant the right to read"));
            return [];
        }
    }

    static IRecordingSource[] Expect(IRecordingSource[] sources, InputReport report)
    {
        report.Progress.Expect(sources.Select(source => source.Name));
        return sources;
    }

    static IRecordingSource[] Nothing(InputReport report, InputFault fault)
    {
        report.Add(fault);
        return [];
    }

    static IRecordingSource? Source(string file, InputReport report)
    {
        if (file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return new CsvSource(file, () => report.Progress.Follow(File.OpenRead(file)), report);
        if (file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
            return new CsvSource(file, () => new GZipStream(report.Progress.Follow(File.OpenRead(file)), CompressionMode.Decompress), report);
        if (file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
            return new ParquetSource(file, () => report.Progress.Follow(new SynchronousFile(file, FileMode.Open, FileAccess.Read, FileShare.Read)), report);
        return null;
    }
}
