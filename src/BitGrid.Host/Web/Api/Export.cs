using BitGrid.Host.History;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Store;

namespace BitGrid.Host.Web.Api;

/// <summary>Writes a period out as a file that <c>bitgrid replay</c> and other programs read, a piece at a time.</summary>
internal static class Export
{
    const int PieceBytes = 64 * 1024;
    const int RowsPerGroup = 1024;

    /// <summary>As CSV, without the canonical records.</summary>
    public static async Task CsvAsync(IEnumerable<PastDecision> rows, Stream output, CancellationToken cancellation)
    {
        using MemoryStream piece = new();
        CsvTable<PastDecision> table = new(piece, [.. Columns().Where(column => column.Field.Name != DecisionOutput.Record)]);
        foreach (PastDecision row in rows)
        {
            table.Write(row);
            if (piece.Length < PieceBytes)
                continue;
            await output.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), cancellation);
            piece.SetLength(0);
        }

        await output.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), cancellation);
    }

    /// <summary>As Parquet. The format is written back and forth, so it goes by way of a file.</summary>
    public static async Task ParquetAsync(IEnumerable<PastDecision> rows, Stream output, CancellationToken cancellation)
    {
        string path = Path.GetTempFileName();
        try
        {
            Write(path, rows, cancellation);
            await using FileStream file = File.OpenRead(path);
            await file.CopyToAsync(output, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static void Write(string path, IEnumerable<PastDecision> rows, CancellationToken cancellation)
    {
        using SynchronousFile file = new(path, FileMode.Create, FileAccess.Write, FileShare.None);
        ParquetTable<PastDecision> table = new(file, Columns(), RowsPerGroup);
        foreach (PastDecision row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            table.Write(row);
        }

        table.Complete();
    }

    static OutputColumn<PastDecision>[] Columns() =>
        [.. DayColumn.All.Select((column, i) => OutputColumns.Of<PastDecision>(column.Name, column.Type, row => row.Values[i]))];
}
