using BitGrid.Host.Recordings;
using BitGrid.Host.Store;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.History;

/// <summary>The part of a house's past that its database holds.</summary>
/// <param name="path">Path of the database.</param>
internal sealed class StoredPast(string path)
{
    const string Tables = "FROM decisions d JOIN states s USING (seq)";

    // A filter that is not asked for costs a comparison with NULL.
    const string Wanted = """
        d.block_id >= $from AND d.block_id < $until AND ($load IS NULL OR d.load_id = $load) AND ($rule IS NULL OR d.deciding_rule = $rule)
        AND ($action IS NULL OR d.action = $action) AND ($trigger IS NULL OR d.trigger = $trigger) AND ($reason IS NULL OR d.reason_code = $reason)
        """;

    static readonly string Columns = string.Join(", ", DayColumn.All.Select(column => column.Sql));

    /// <summary>A page of decisions, the newest first, whose last block is whole.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public HistoryPage Page(HistoryQuery query)
    {
        (string, object?)[] wanted =
        [
            ("$from", query.From?.Id ?? 0), ("$until", query.Until?.Id ?? long.MaxValue), ("$load", query.LoadId), ("$rule", query.Rule),
            ("$action", query.Action), ("$trigger", query.Trigger), ("$reason", query.ReasonCode),
        ];
        long? last = Select($"SELECT d.block_id FROM decisions d WHERE {Wanted} ORDER BY d.block_id DESC LIMIT 1 OFFSET $before",
            row => (long?)row.GetInt64(0), [.. wanted, ("$before", query.Limit - 1)]).FirstOrDefault();
        PastDecision[] found =
        [
            .. Select($"SELECT {Columns} {Tables} WHERE {Wanted} AND d.block_id >= $last ORDER BY d.block_id DESC, d.trigger IN ('BlockTick', 'Startup'), d.seq DESC",
                Decision, [.. wanted, ("$last", last ?? 0)]),
        ];
        return new(found, last is { } block ? new(block) : null);
    }

    /// <summary>Every decision of a period, in the order of an archived day.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IEnumerable<PastDecision> All(Period period) => Select(
        $"SELECT {Columns} {Tables} WHERE d.block_id >= $from AND d.block_id < $until ORDER BY d.block_id, d.trigger NOT IN ('BlockTick', 'Startup'), d.seq",
        Decision,
        ("$from", period.From?.Id ?? 0),
        ("$until", period.Until?.Id ?? long.MaxValue));

    /// <summary>The newest decision of a load.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public PastDecision? Newest(string loadId) =>
        Select($"SELECT {Columns} {Tables} WHERE d.load_id = $load ORDER BY d.seq DESC LIMIT 1", Decision, ("$load", loadId)).FirstOrDefault();

    /// <summary>The first block it holds; <see langword="null"/> when it holds none.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public Block? FirstBlock() => Select("SELECT min(block_id) FROM decisions", row => row.IsDBNull(0) ? (Block?)null : new(row.GetInt64(0))).Single();

    // Read row by row: a long period must not be in memory at once.
    IEnumerable<T> Select<T>(string sql, Func<SqliteDataReader, T> row, params (string Name, object? Value)[] parameters)
    {
        using SqliteConnection connection = StoreConnection.OpenForReading(path);
        using SqliteCommand query = StoreConnection.Command(connection, sql, parameters);
        using SqliteDataReader reader = Run(query);
        while (reader.Read())
            yield return row(reader);
    }

    static SqliteDataReader Run(SqliteCommand query)
    {
        try
        {
            return query.ExecuteReader();
        }
        catch (SqliteException fault)
        {
            throw new StoreException(fault.Message, fault);
        }
    }

    static PastDecision Decision(SqliteDataReader row) => new([.. DayColumn.All.Select((column, i) => column.Read(row, i))]);
}
