using System.IO.Compression;
using BitGrid.Host.Recordings.Csv;
using BitGrid.Host.Recordings.Tables;
using BitGrid.Host.Recordings.Verification;
using BitGrid.Host.Store;

namespace BitGrid.Host.Recordings;

/// <summary>Finds the parts of a recording.</summary>
internal static class RecordingFiles
{
    const string AllowedFiles = "a file that ends in .csv, .csv.gz, .parquet or .db, or a folder with such files";

    /// <summary>
    /// The parts behind a path, in the order of time: a file; the days of a database; the archived days and the days of the
    /// database in a data folder; else all files in a folder and below, in ordinal order of their paths.
    /// </summary>
    public static IReadOnlyList<RecordingPart> Find(string path, InputReport report)
    {
        try
        {
            return Expect([.. Parts(path, report)], report);
        }
        catch (StoreException fault)
        {
            return Nothing(report, new(new(path), $"the database cannot be read ({InputFault.Shown(fault)})", "a database of BitGrid that may be read", "grant the right to read, or restore a backup"));
        }
    }

    static IEnumerable<RecordingPart> Parts(string path, InputReport report)
    {
        if (File.Exists(path))
            return IsDatabase(path) ? DatabaseDays.Of(path) : Part(path) is { } part ? [part] : Nothing(report, new(new(path), "the kind of file is not known", AllowedFiles, "rename or convert it"));
        if (!Directory.Exists(path))
            return Nothing(report, new(new(path), "there is no such file or folder", AllowedFiles, "check the path"));
        if (File.Exists(DataFolder.DatabaseIn(path)))
            return DataFolder.Parts(path);

        RecordingPart[] parts = [.. Files(path, report).Select(Part).OfType<RecordingPart>()];
        return parts.Length > 0 || report.IsBad ? parts : Nothing(report, new(new(path), "the folder holds no recording", AllowedFiles, "check the path"));
    }

    /// <summary>The part that a file is; <see langword="null"/> when it is no recording.</summary>
    public static RecordingPart? Part(string file)
    {
        if (file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return new(file, report => new CsvSource(file, () => report.Progress.Follow(File.OpenRead(file)), report), () => throw NoDecisions());
        if (file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
            return new(file, report => new CsvSource(file, () => new GZipStream(report.Progress.Follow(File.OpenRead(file)), CompressionMode.Decompress), report), () => throw NoDecisions());
        if (file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
            return new(file, report => new ParquetSource(file, () => report.Progress.Follow(new SynchronousFile(file, FileMode.Open, FileAccess.Read, FileShare.Read)), report), () => DecisionLines.OfParquet(file));
        return null;
    }

    /// <summary>True for the name of a database.</summary>
    public static bool IsDatabase(string file) => file.EndsWith(".db", StringComparison.OrdinalIgnoreCase);

    static InvalidDataException NoDecisions() => new("a file of states holds no decisions");

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

    static RecordingPart[] Expect(RecordingPart[] parts, InputReport report)
    {
        report.Progress.Expect(parts.Select(part => part.Name).Where(name => !IsDatabase(name)));
        return parts;
    }

    static RecordingPart[] Nothing(InputReport report, InputFault fault)
    {
        report.Add(fault);
        return [];
    }
}
