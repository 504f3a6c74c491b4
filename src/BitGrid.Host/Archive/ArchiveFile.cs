using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Recordings.Tables;
using BitGrid.Host.Store;
using Parquet;

namespace BitGrid.Host.Archive;

/// <summary>The file of one day: its states, its decisions and their canonical lines.</summary>
internal static class ArchiveFile
{
    // A day of one load is one group; a row has some 4 kB, so a group stays below 4 MB in memory.
    const int RowsPerGroup = 1024;

    // They keep the rows of a group until it is written, so every file has its own.
    static OutputColumn<object?[]>[] Columns() =>
        [.. DayColumn.All.Select((column, i) => OutputColumns.Of<object?[]>(column.Name, column.Type, row => row[i]))];

    /// <summary>Writes the rows and brings them to the disk.</summary>
    /// <returns>Number of rows.</returns>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static int Write(string path, IEnumerable<object?[]> rows)
    {
        using SynchronousFile file = new(path, FileMode.Create, FileAccess.Write, FileShare.None);
        ParquetTable<object?[]> table = new(file, Columns(), RowsPerGroup);
        int count = 0;
        foreach (object?[] row in rows)
        {
            table.Write(row);
            count++;
        }

        table.Complete();
        file.Flush(flushToDisk: true);
        return count;
    }

    /// <summary>The rows of a file, with the values of <see cref="DayColumn.All"/>. A damaged file throws whatever the format's library throws.</summary>
    public static IEnumerable<object?[]> Read(string path)
    {
        using SynchronousFile file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        ParquetReader reader = ParquetReader.CreateAsync(file).GetAwaiter().GetResult();
        // A file of an older program may lack a column: it had nothing to say there.
        foreach (object?[] row in TableRows.Of(reader, [.. DayColumn.All.Select(column => (column.Name, column.Type))]))
            yield return row;
    }
}
