using System.IO.Compression;
using BitGrid.Host.Shards;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Output;

/// <summary>Writes a table as Parquet, a row group at a time.</summary>
/// <param name="stream">Where to, able to seek.</param>
/// <param name="columns">The columns.</param>
/// <param name="rowsPerGroup">Rows that are kept in memory until they are written.</param>
/// <param name="label">Says at the end what the file is; <see langword="null"/> for a file without a label.</param>
internal sealed class ParquetTable<TRow>(Stream stream, IReadOnlyList<OutputColumn<TRow>> columns, int rowsPerGroup, Func<ResultLabel>? label = null) : ITableWriter<TRow>
{
    readonly ParquetWriter _writer = ParquetWriter.CreateAsync(
        new ParquetSchema(columns.Select(column => column.Field)),
        stream,
        new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest }).GetAwaiter().GetResult();
    int _kept;

    public void Write(TRow row)
    {
        foreach (OutputColumn<TRow> column in columns)
            column.Keep(row);
        if (++_kept == rowsPerGroup)
            FlushGroup();
    }

    public void Complete()
    {
        if (_kept > 0)
            FlushGroup();
        if (label is not null)
            _writer.CustomMetadata = label().ToMetadata();
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    // The library's own disposal would finish the file, and an unfinished one is to vanish.
    public void Dispose() => stream.Dispose();

    void FlushGroup()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        foreach (OutputColumn<TRow> column in columns)
            column.Flush(group);
        _kept = 0;
    }
}
