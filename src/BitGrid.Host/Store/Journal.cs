using System.Collections.Immutable;
using BitGrid.Host.Live;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Store;

/// <summary>
/// The journal in a SQLite database. A decision that was acknowledged survives a kill and a power cut. While the disk refuses,
/// everything is kept in memory and tried again with the next decisions, and at least every minute.
/// </summary>
internal sealed class Journal : IJournal, IDisposable
{
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    readonly string _path;
    readonly StoreFile _file;
    readonly TimeProvider _time;
    readonly Action<HealthEvent> _tell;
    readonly Lock _gate = new();
    readonly PendingWrites _pending = new();
    readonly List<HealthEvent> _untold = [];
    readonly ITimer _timer;
    StoreWriter? _writer;
    bool _isFailing;

    /// <summary>Opens the journal; a disk that refuses is told and tried again later.</summary>
    /// <param name="path">Path of the database; its folder exists.</param>
    /// <param name="time">The clock of the house.</param>
    /// <param name="tell">Told of what happens to the journal itself; it has noted that already.</param>
    /// <param name="migrations">The schema; that of this program when left out.</param>
    public Journal(string path, TimeProvider time, Action<HealthEvent> tell, ImmutableArray<Migration>? migrations = null)
    {
        (_path, _file, _time, _tell) = (path, new(path, migrations ?? Schema.Migrations), time, tell);
        _timer = time.CreateTimer(_ => Guarded(Flush), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Guarded(() => Try(() => Writer()));
    }

    /// <inheritdoc/>
    public bool Append(IReadOnlyList<TakenDecision> decisions) => Guarded(() =>
    {
        _pending.Add(decisions);
        return Flush();
    });

    /// <inheritdoc/>
    public void Note(HealthEvent happened) => Guarded(() =>
    {
        _pending.Add(happened);
        _timer.Change(LongestWait, Timeout.InfiniteTimeSpan);
        return true;
    });

    /// <inheritdoc/>
    public void Note(OverrideRequest request) => Guarded(() =>
    {
        _pending.Add(request);
        return Flush();
    });

    /// <summary>
    /// Notes what was done from outside; it is on the disk when this returns, unless the disk fails. What was only tried follows
    /// within a minute: nobody can wear out a memory card by knocking.
    /// </summary>
    public void Note(AuditEntry entry) => Guarded(() =>
    {
        _pending.Add(entry);
        _timer.Change(LongestWait, Timeout.InfiniteTimeSpan);
        return entry.Result != AuditEntry.Done || Flush();
    });

    /// <summary>Keeps a configuration that becomes active; one that was active before is known already.</summary>
    public void Note(ConfigVersion config) => Guarded(() =>
    {
        _pending.Add(config);
        return Flush();
    });

    /// <inheritdoc/>
    public LoadRecovery Recover(string loadId)
    {
        LoadRecovery found = LoadRecovery.Unknown;
        Guarded(() => Try(() => found = StoreRecovery.Of(Writer().Connection, loadId)));
        return found;
    }

    /// <summary>Removes what is older than a block and safe in the archive.</summary>
    /// <returns>True when it is removed.</returns>
    public bool Prune(Block before) => Guarded(() => Try(() => Writer().Prune(before, _time.GetUtcNow())));

    /// <summary>Writes what is pending and closes the database.</summary>
    public void Dispose()
    {
        Guarded(Flush);
        _timer.Dispose();
        lock (_gate)
            Close();
    }

    // What is told may call back or take its time: never with the gate closed.
    bool Guarded(Func<bool> action)
    {
        bool isDone;
        HealthEvent[] told;
        lock (_gate)
        {
            isDone = action();
            told = [.. _untold];
            _untold.Clear();
        }

        foreach (HealthEvent happened in told)
            _tell(happened);
        return isDone;
    }

    bool Flush()
    {
        if (_pending.IsEmpty)
            return true;
        bool isWritten = Try(Write);
        if (!isWritten)
            _timer.Change(LongestWait, Timeout.InfiniteTimeSpan);
        return isWritten;
    }

    void Write()
    {
        IReadOnlyList<TakenDecision> twins = Writer().Write(_pending);
        long lost = _pending.Lost;
        _pending.Clear();
        if (_isFailing)
            Tell(StoreEvents.Recovered(_time.GetUtcNow(), _path, lost));
        _isFailing = false;
        foreach (TakenDecision twin in twins)
            Tell(StoreEvents.Twice(_time.GetUtcNow(), twin));
    }

    bool Try(Action action)
    {
        try
        {
            WithWhole(action);
            return true;
        }
        catch (Exception fault) when (StoreEvents.IsFault(fault))
        {
            Fail(fault);
            return false;
        }
    }

    // A damaged database is of no use to anybody here: the next attempt has a new one.
    void WithWhole(Action action)
    {
        try
        {
            action();
        }
        catch (SqliteException fault) when (StoreFile.IsDamage(fault))
        {
            BeginAnew(fault);
            action();
        }
    }

    StoreWriter Writer() => _writer ??= Open();

    StoreWriter Open()
    {
        (SqliteConnection connection, int? from) = _file.Open();
        if (from is { } version)
            Tell(StoreEvents.Migrated(_time.GetUtcNow(), _path, version));
        return new(connection);
    }

    void BeginAnew(Exception damage)
    {
        Close();
        Tell(StoreEvents.Corrupt(_time.GetUtcNow(), _path, _file.SetAside(_time.GetUtcNow()), damage));
    }

    void Fail(Exception fault)
    {
        // A failed disk may have left anything in the connection's memory; a lock or a full disk has not.
        if (!StoreEvents.IsPassing(fault))
            Close();
        if (!_isFailing)
            Tell(StoreEvents.Failing(_time.GetUtcNow(), _path, fault));
        _isFailing = true;
    }

    void Tell(HealthEvent happened)
    {
        _pending.Add(happened);
        _untold.Add(happened);
        _timer.Change(LongestWait, Timeout.InfiniteTimeSpan);
    }

    void Close()
    {
        _writer?.Dispose();
        _writer = null;
    }
}
