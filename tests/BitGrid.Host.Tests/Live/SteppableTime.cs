using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Host.Tests.Live;

/// <summary>A clock in the hands of the test: time goes on smoothly, and the wall clock can be set like that of a computer.</summary>
sealed class SteppableTime(DateTimeOffset start) : TimeProvider
{
    readonly FakeTimeProvider _smooth = new(start);
    TimeSpan _set;

    public override long TimestampFrequency => _smooth.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _smooth.GetUtcNow() + _set;

    public override long GetTimestamp() => _smooth.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _smooth.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan by) => _smooth.Advance(by);

    /// <summary>Sets the wall clock forward (or back).</summary>
    public void SetWallClock(TimeSpan by) => _set += by;
}
