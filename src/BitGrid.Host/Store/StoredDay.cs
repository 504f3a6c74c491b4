using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Store;

/// <summary>The rows of one UTC day in the database, up to the row that was the last when somebody looked.</summary>
/// <param name="Path">Path of the database.</param>
/// <param name="Day">The day, counted from 1970-01-01 (<see cref="Block.Day"/>).</param>
/// <param name="LastSeq">The last row.</param>
internal sealed record StoredDay(string Path, long Day, long LastSeq)
{
    // Regular rows before those between ticks; otherwise as they came.
    const string FromDay = """
        FROM decisions d JOIN states s USING (seq)
        WHERE d.block_id >= $first AND d.block_id < $end AND d.seq <= $last
        ORDER BY d.block_id, d.trigger NOT IN ('BlockTick', 'Startup'), d.seq
        """;

    static readonly string AllColumns = string.Join(", ", DayColumn.All.Select(column => column.Sql));

    /// <summary>The days in a database, in order.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static IReadOnlyList<StoredDay> In(string path)
    {
        try
        {
            using SqliteConnection connection = StoreConnection.OpenForReading(path);
            using SqliteTransaction glance = connection.BeginTransaction(deferred: true);
            long last = StoreConnection.Number(connection, "SELECT coalesce(max(seq), 0) FROM decisions");
            using SqliteCommand query = StoreConnection.Command(connection, $"SELECT DISTINCT block_id / {Block.PerDay} FROM decisions ORDER BY 1");
            using SqliteDataReader reader = query.ExecuteReader();
            List<StoredDay> days = [];
            while (reader.Read())
                days.Add(new(path, reader.GetInt64(0), last));
            return days;
        }
        catch (SqliteException fault)
        {
            throw new StoreException(fault.Message, fault);
        }
    }

    /// <summary>The rows, with the values of <see cref="DayColumn.All"/>.</summary>
    /// <exception cref="SqliteException">They cannot be read on.</exception>
    public IEnumerable<object?[]> Rows() =>
        Select(AllColumns, reader => DayColumn.All.Select((column, i) => column.Read(reader, i)).ToArray());

    /// <summary>The canonical lines of the decisions.</summary>
    /// <exception cref="SqliteException">They cannot be read on.</exception>
    public IEnumerable<ReadOnlyMemory<char>> Lines() => Select("d.record", reader => reader.GetString(0).AsMemory());

    IEnumerable<T> Select<T>(string columns, Func<SqliteDataReader, T> row)
    {
        using SqliteConnection connection = StoreConnection.OpenForReading(Path);
        using SqliteCommand query = StoreConnection.Command(
            connection,
            $"SELECT {columns} {FromDay}",
            ("$first", Day * Block.PerDay),
            ("$end", (Day + 1) * Block.PerDay),
            ("$last", LastSeq));
        using SqliteDataReader reader = query.ExecuteReader();
        while (reader.Read())
            yield return row(reader);
    }
}
