using BitGrid.Engine.Replay;
using BitGrid.Host.Live;
using BitGrid.Host.Recordings.Output;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Store;

/// <summary>Writes into an open database. Its statements are made once and used again.</summary>
internal sealed class StoreWriter : IDisposable
{
    readonly SqliteConnection _connection;
    readonly SqliteCommand _decision;
    readonly SqliteCommand _state;

    /// <summary>A writer on a connection, which it owns.</summary>
    /// <exception cref="SqliteException">The database lacks a column: it is not additive.</exception>
    public StoreWriter(SqliteConnection connection)
    {
        _connection = connection;
        _decision = Insert("decisions", [.. StoreColumns.Keys, .. StoreColumns.Decisions.Select(column => column.Field.Name)], "ON CONFLICT DO NOTHING");
        _state = Insert("states", ["seq", .. StoreColumns.States.Select(column => column.Field.Name)], "");
    }

    /// <summary>The connection.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>
    /// Writes all that is pending in one transaction. What is there already is not written again: after a disk has failed, the last
    /// attempt may have reached it all the same.
    /// </summary>
    /// <returns>Regular decisions for which another one is there already; they are not written.</returns>
    public IReadOnlyList<TakenDecision> Write(PendingWrites pending)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        List<TakenDecision> twins = [.. pending.Decisions.Where(decision => !IsWritten(decision) && !Write(decision, transaction))];
        foreach (OverrideRequest request in pending.Overrides)
            Write(request);
        foreach (AuditEntry entry in pending.Audits)
            Write(entry);
        foreach (HealthEvent happened in pending.Events)
            Write(happened);
        foreach (ConfigVersion config in pending.Configs)
            Write(config);
        transaction.Commit();
        return twins;
    }

    /// <summary>Removes what is older than a block. Wishes stay.</summary>
    public void Prune(Block before, DateTimeOffset now)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        StoreConnection.Execute(
            _connection,
            """
            INSERT INTO prunings (time, before_block) VALUES ($time, $block);
            DELETE FROM states WHERE seq IN (SELECT seq FROM decisions WHERE block_id < $block);
            DELETE FROM decisions WHERE block_id < $block;
            DELETE FROM health_events WHERE time / 600000 < $block;
            """,
            ("$time", now.ToUnixTimeMilliseconds()),
            ("$block", before.Id));
        transaction.Commit();
    }

    public void Dispose()
    {
        _decision.Dispose();
        _state.Dispose();
        _connection.Dispose();
    }

    bool Write(TakenDecision taken, SqliteTransaction transaction)
    {
        DecisionRow row = new(taken.Record, taken.Line);
        (_decision.Transaction, _state.Transaction) = (transaction, transaction);
        Bind(_decision, StoreColumns.States.Where(column => StoreColumns.Keys.Contains(column.Field.Name)), taken.Row);
        _decision.Parameters["$load_id"].Value = taken.Record.LoadId; // a row of the only load may leave it out
        Bind(_decision, StoreColumns.Decisions, row);
        if (_decision.ExecuteNonQuery() == 0)
            return false;

        Bind(_state, StoreColumns.States, taken.Row);
        _state.Parameters["$seq"].Value = StoreConnection.Number(_connection, "SELECT last_insert_rowid()");
        _state.ExecuteNonQuery();
        return true;
    }

    bool IsWritten(TakenDecision taken)
    {
        using SqliteCommand query = StoreConnection.Command(
            _connection,
            "SELECT count(*) FROM decisions WHERE block_id = $block AND load_id = $load AND record = $record",
            ("$block", taken.Record.Block.Id),
            ("$load", taken.Record.LoadId),
            ("$record", System.Text.Encoding.UTF8.GetString(taken.Line.Span)));
        return query.ExecuteScalar() is long and > 0;
    }

    void Write(OverrideRequest request) => StoreConnection.Execute(
        _connection,
        "INSERT INTO overrides (time, load_id, source, run, level, first_block, blocks, refusal) SELECT $time, $load, $source, $run, $level, $first, $blocks, $refusal "
            + "WHERE NOT EXISTS (SELECT 1 FROM overrides WHERE time = $time AND load_id = $load AND source = $source AND blocks IS $blocks AND refusal IS $refusal)",
        ("$time", request.Time.ToUnixTimeMilliseconds()),
        ("$load", request.LoadId),
        ("$source", request.Source),
        ("$run", request.Wish?.Run),
        ("$level", request.Wish?.Level),
        ("$first", request.Wish?.FirstBlock.Id),
        ("$blocks", request.Wish?.Blocks),
        ("$refusal", request.Refusal));

    void Write(AuditEntry entry) => StoreConnection.Execute(
        _connection,
        "INSERT INTO audit (time, who, origin, action, subject, detail, result) VALUES ($time, $who, $origin, $action, $subject, $detail, $result)",
        ("$time", entry.Time.ToUnixTimeMilliseconds()),
        ("$who", entry.Who),
        ("$origin", entry.Origin),
        ("$action", entry.Action),
        ("$subject", entry.Subject),
        ("$detail", entry.Detail),
        ("$result", entry.Result));

    void Write(HealthEvent happened) => StoreConnection.Execute(
        _connection,
        "INSERT INTO health_events (time, level, code, subject, message) SELECT $time, $level, $code, $subject, $message "
            + "WHERE NOT EXISTS (SELECT 1 FROM health_events WHERE time = $time AND code = $code AND subject = $subject AND message = $message)",
        ("$time", happened.Time.ToUnixTimeMilliseconds()),
        ("$level", StoreWords.Of(happened.Level)),
        ("$code", happened.Code),
        ("$subject", happened.Subject),
        ("$message", happened.Message));

    void Write(ConfigVersion config)
    {
        foreach ((string file, byte[] content) in config.Files)
        {
            StoreConnection.Execute(
                _connection,
                "INSERT INTO config_versions (hash, file, content, first_active) VALUES ($hash, $file, $content, $time) ON CONFLICT DO NOTHING",
                ("$hash", config.Hash),
                ("$file", file),
                ("$content", content),
                ("$time", config.Time.ToUnixTimeMilliseconds()));
        }
    }

    SqliteCommand Insert(string table, string[] columns, string end)
    {
        SqliteCommand command = StoreConnection.Command(
            _connection,
            $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "$" + column))}) {end}");
        foreach (string column in columns)
            command.Parameters.Add(new SqliteParameter("$" + column, value: null));
        command.Prepare();
        return command;
    }

    static void Bind<TRow>(SqliteCommand command, IEnumerable<OutputColumn<TRow>> columns, TRow row)
    {
        foreach (OutputColumn<TRow> column in columns)
            command.Parameters["$" + column.Field.Name].Value = StoreColumns.ToStored(column.ValueOf(row));
    }
}
