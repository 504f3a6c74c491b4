using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Host.Service;

/// <summary>
/// The clock that the house lives by: the machine's, or for a simulated house one that runs faster. A fast clock never jumps,
/// and goes on only when everything said so far has been heard: when the machine cannot keep up, the house's time slows down,
/// so that no message comes too late.
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
    /// <param name="settleAsync">Completes when everything said so far has been heard.</param>
    public void Start(Func<CancellationToken, Task> settleAsync)
    {
        if (_fast is { } fast)
            _running = Task.Run(() => RunAsync(fast, settleAsync, _stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    // What the step has woken stands in the queue of the thread pool: to stand behind it is to let it go first.
    static Task TakeTurnAsync()
    {
        TaskCompletionSource turn = new();
        ThreadPool.UnsafeQueueUserWorkItem(static turn => turn.SetResult(), turn, preferLocal: false);
        return turn.Task;
    }

    async Task RunAsync(FakeTimeProvider fast, Func<CancellationToken, Task> settleAsync, CancellationToken stop)
    {
        long before = TimeProvider.System.GetTimestamp();
        TimeSpan most = LongestStep > Pause * Speed ? LongestStep : Pause * Speed;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            long now = TimeProvider.System.GetTimestamp();
            TimeSpan owed = TimeProvider.System.GetElapsedTime(before, now) * Speed;
            before = now;
            for (TimeSpan left = owed < most ? owed : most; left > TimeSpan.Zero && !stop.IsCancellationRequested; left -= LongestStep)
            {
                fast.Advance(left < LongestStep ? left : LongestStep);
                await TakeTurnAsync();
                await settleAsync(stop);
            }
        }
    }
}
