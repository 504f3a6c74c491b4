using System.Threading.Channels;

namespace BitGrid.Host.Live;

/// <summary>
/// Writes decisions to the journal in their order, and tells of each once it is on the disk. On a thread of its own, so that
/// a slow disk delays neither the next message nor a stop.
/// </summary>
internal sealed class Recorder : IAsyncDisposable
{
    readonly IJournal _journal;
    readonly TimeProvider _time;
    readonly Channel<(TakenDecision[] Decisions, DateTimeOffset TakenAt)> _queue =
        Channel.CreateUnbounded<(TakenDecision[], DateTimeOffset)>(new() { SingleReader = true });
    readonly Task _writing;
    long _written;
    long _accepted;

    public Recorder(IJournal journal, TimeProvider time)
    {
        (_journal, _time) = (journal, time);
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Told of every decision after it was written, in their order.</summary>
    public Action<TakenDecision>? Recorded { get; set; }

    /// <summary>Time from the newest decision to its record.</summary>
    public TimeSpan Latency { get; private set; }

    /// <summary>Hands decisions over; returns at once.</summary>
    /// <param name="decisions">Decisions of one moment; they are written in one transaction.</param>
    /// <param name="takenAt">When they were due.</param>
    public void Write(TakenDecision[] decisions, DateTimeOffset takenAt)
    {
        Interlocked.Increment(ref _accepted);
        _queue.Writer.TryWrite((decisions, takenAt));
    }

    /// <summary>True when nothing waits to be written.</summary>
    public bool IsIdle => Interlocked.Read(ref _written) == Interlocked.Read(ref _accepted);

    /// <summary>Writes what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
    }

    async Task WriteAllAsync()
    {
        await foreach ((TakenDecision[] decisions, DateTimeOffset takenAt) in _queue.Reader.ReadAllAsync())
        {
            _journal.Append(decisions);
            Latency = _time.GetUtcNow() - takenAt;
            foreach (TakenDecision decision in decisions)
                Recorded?.Invoke(decision);
            Interlocked.Increment(ref _written);
        }
    }
}
