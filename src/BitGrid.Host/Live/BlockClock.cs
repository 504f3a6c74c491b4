namespace BitGrid.Host.Live;

/// <summary>
/// Tells when a block begins and when the wall clock has stepped. Looks at least once a second and exactly at the boundary.
/// </summary>
/// <param name="time">The clock of the house.</param>
/// <param name="beat">Called with every look, one after the other: what the clock shows, and whether it has stepped since the last look.</param>
internal sealed class BlockClock(TimeProvider time, Action<ClockReading> beat) : IDisposable
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>The wall clock may be this far off what the monotonic clock says.</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    readonly long _origin = time.GetTimestamp();
    DateTimeOffset _wallAtOrigin = time.GetUtcNow();
    ITimer? _timer;
    volatile bool _stopped;

    /// <summary>What the clock shows now.</summary>
    public ClockReading Read()
    {
        TimeSpan elapsed = time.GetElapsedTime(_origin);
        DateTimeOffset wall = time.GetUtcNow();
        return new(wall, elapsed, wall - _wallAtOrigin - elapsed);
    }

    /// <summary>Begins to look.</summary>
    public void Start()
    {
        _timer = time.CreateTimer(_ => Beat(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Rearm(time.GetUtcNow());
    }

    /// <summary>Takes the wall clock as right from here on.</summary>
    public void Trust() => _wallAtOrigin = time.GetUtcNow() - time.GetElapsedTime(_origin);

    public void Dispose()
    {
        _stopped = true;
        _timer?.Dispose();
    }

    /// <summary>True when the wall clock has left the monotonic one.</summary>
    public static bool HasStepped(ClockReading reading) => reading.Drift.Duration() > Tolerance;

    void Beat()
    {
        ClockReading reading = Read();
        try
        {
            beat(reading);
        }
        finally
        {
            Rearm(time.GetUtcNow());
        }
    }

    void Rearm(DateTimeOffset wall)
    {
        if (_stopped)
            return;
        TimeSpan toBoundary = Block.At(wall).WindowEnd - wall;
        _timer!.Change(toBoundary < Look ? toBoundary : Look, Timeout.InfiniteTimeSpan);
    }
}
