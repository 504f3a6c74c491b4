using System.Collections.Immutable;
using BitGrid.Host.Live;
using BitGrid.Host.Recordings;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Store;

/// <summary>What happened, read from the database beside the program that writes it. Every question opens it anew and holds nothing.</summary>
/// <param name="path">Path of the database.</param>
internal sealed class Timeline(string path)
{
    const string Columns = "block_id, load_id, time, trigger, action, reason_code, deciding_rule, new_running, new_level, preferred_path, record";

    /// <summary>The decisions of a period, in the order of their blocks.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IReadOnlyList<StoredDecision> Decisions(Period period) => Select(
        $"SELECT {Columns} FROM decisions WHERE block_id >= $from AND block_id < $until ORDER BY block_id, seq",
        Decision,
        ("$from", period.From?.Id ?? 0),
        ("$until", period.Until?.Id ?? long.MaxValue));

    /// <summary>The last decisions, the newest first.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IReadOnlyList<StoredDecision> LatestDecisions(int count) =>
        Select($"SELECT {Columns} FROM decisions ORDER BY seq DESC LIMIT $count", Decision, ("$count", count));

    /// <summary>The last events, the newest first.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IReadOnlyList<HealthEvent> LatestEvents(int count) =>
        Select("SELECT time, level, code, subject, message FROM health_events ORDER BY seq DESC LIMIT $count", Event, ("$count", count));

    /// <summary>The last wishes, granted and refused, the newest first.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IReadOnlyList<OverrideRequest> LatestOverrides(int count) =>
        Select("SELECT time, load_id, source, run, level, first_block, blocks, refusal FROM overrides ORDER BY seq DESC LIMIT $count", Wish, ("$count", count));

    /// <summary>The last entries of the audit trail, the newest first.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IReadOnlyList<AuditEntry> LatestAudits(int count) => Select(
        "SELECT time, who, origin, action, subject, detail, result FROM audit ORDER BY seq DESC LIMIT $count",
        row => new AuditEntry(Instant(row, 0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6)),
        ("$count", count));

    /// <summary>Every configuration that was ever active, the newest first.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IReadOnlyList<ConfigVersion> Configs() =>
    [
        .. Select("SELECT first_active, hash, file, content FROM config_versions", row => (Time: Instant(row, 0), Hash: row.GetString(1), File: row.GetString(2), Content: (byte[])row[3]))
            .GroupBy(file => file.Hash)
            .Select(version => new ConfigVersion(version.First().Time, version.Key, version.ToImmutableSortedDictionary(file => file.File, file => file.Content, StringComparer.Ordinal)))
            .OrderByDescending(version => version.Time),
    ];

    List<T> Select<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        try
        {
            using SqliteConnection connection = StoreConnection.OpenForReading(path);
            using SqliteCommand query = StoreConnection.Command(connection, sql, parameters);
            using SqliteDataReader reader = query.ExecuteReader();
            List<T> rows = [];
            while (reader.Read())
                rows.Add(row(reader));
            return rows;
        }
        catch (SqliteException fault)
        {
            throw new StoreException(fault.Message, fault);
        }
    }

    static StoredDecision Decision(SqliteDataReader row) => new(
        new Block(row.GetInt64(0)),
        row.GetString(1),
        Instant(row, 2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.IsDBNull(6) ? null : row.GetString(6),
        row.GetBoolean(7),
        row.GetInt32(8),
        row.GetString(9),
        row.GetString(10));

    static HealthEvent Event(SqliteDataReader row) => new(Instant(row, 0), StoreWords.Level(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetString(4));

    static OverrideRequest Wish(SqliteDataReader row) => new(
        Instant(row, 0),
        row.GetString(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : new ManualOverride(row.GetBoolean(3), row.GetInt32(4), new Block(row.GetInt64(5)), row.GetInt32(6)),
        row.IsDBNull(7) ? null : row.GetString(7));

    static DateTimeOffset Instant(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
