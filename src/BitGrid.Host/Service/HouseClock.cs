using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Host.Service;

/// <summary>
/// The clock that the house lives by: the machine's, or for a simulated house one that runs faster. A fast clock never jumps:
/// when the machine cannot keep up, the house's time slows down instead, so that no message comes too late.
/// </summary>
internal sealed class HouseClock : IAsyncDisposable
{
    /// <summary>Longest step of a fast clock: shorter than anything the house waits for.</summary>
    static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(10);

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    readonly FakeTimeProvider? _fast;
    readonly CancellationTokenSource _stop = new();
    Task _running = Task.CompletedTask;

    HouseClock(FakeTimeProvider? fast, double speed)
    {
        (_fast, Speed) = (fast, speed);
        Time = (TimeProvider?)fast ?? TimeProvider.System;
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Seconds of the house in a second.</summary>
    public double Speed { get; }

    /// <summary>The machine's clock.</summary>
    public static HouseClock Real() => new(fast: null, speed: 1);

    /// <summary>A clock that begins at an instant and runs faster.</summary>
    /// <param name="start">Its first instant, UTC.</param>
    /// <param name="speed">Seconds of the house in a second.</param>
    public static HouseClock Fast(DateTimeOffset start, double speed) => new(new FakeTimeProvider(start), speed);

    /// <summary>Lets a fast clock run.</summary>
    public void Start()
    {
        if (_fast is { } fast)
            _running = Task.Run(() => RunAsync(fast, _stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    async Task RunAsync(FakeTimeProvider fast, CancellationToken stop)
    {
        long before = TimeProvider.System.GetTimestamp();
        TimeSpan most = LongestStep > Pause * Speed ? LongestStep : Pause * Speed;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            long now = TimeProvider.System.GetTimestamp();
            TimeSpan owed = TimeProvider.System.GetElapsedTime(before, now) * Speed;
            before = now;
            for (TimeSpan left = owed < most ? owed : most; left > TimeSpan.Zero; left -= LongestStep)
                fast.Advance(left < LongestStep ? left : LongestStep);
        }
    }
}
