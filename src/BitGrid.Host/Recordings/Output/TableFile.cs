using System.IO.Compression;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Recordings.Output;

/// <summary>Opens tables in files.</summary>
internal static class TableFile
{
    /// <summary>Opens a table that is text; <c>.gz</c> at the end of the path compresses.</summary>
    public static ITableWriter<TRow> Open<TRow>(string path, Func<Stream, ITableWriter<TRow>> table) =>
        Guard(path, stream => table(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionLevel.Optimal) : stream));

    /// <summary>Opens a Parquet table, with a label where it may be a part of a whole.</summary>
    public static ITableWriter<TRow> OpenParquet<TRow>(string path, IReadOnlyList<OutputColumn<TRow>> columns, int rowsPerGroup, Func<ResultLabel>? label = null) =>
        path == OutputFile.StandardOutput
            ? throw new OutputException("Parquet cannot be written to standard output, because its end refers back to its beginning. Repair: name a file.")
            : Guard(path, stream => new ParquetTable<TRow>(stream, columns, rowsPerGroup, label));

    static GuardedTable<TRow> Guard<TRow>(string path, Func<Stream, ITableWriter<TRow>> table)
    {
        OutputFile file = new(path);
        try
        {
            return new(file, table(file.Stream));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
