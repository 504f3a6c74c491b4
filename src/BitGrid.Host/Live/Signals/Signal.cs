namespace BitGrid.Host.Live.Signals;

/// <summary>
/// The recent past of one reading: its last value, and its mean over the running block, each value counting as long as it
/// held. Instants are spans of the monotonic clock, so that a step of the wall clock makes nothing older.
/// </summary>
internal sealed class Signal(SignalLimits limits)
{
    // Fewer equal values prove nothing about a sensor that speaks rarely.
    const int FewestEqual = 10;

    double? _value;
    TimeSpan _reportedAt;
    TimeSpan _changedAt;
    int _equal;
    TimeSpan _countedTo;
    double _sum; // value × seconds since the window began
    double _seconds;

    /// <summary>Takes a value.</summary>
    public void Report(double value, TimeSpan now)
    {
        Count(now);
        if (_value is { } last && last.Equals(value))
            _equal++;
        else
            (_changedAt, _equal) = (now, 0);
        (_value, _reportedAt, _countedTo) = (value, now, now);
    }

    /// <summary>What can be said of the reading.</summary>
    public SignalState StateAt(TimeSpan now)
    {
        if (_value is not { } value)
            return SignalState.Missing;
        if (now - _reportedAt > limits.StaleAfter)
            return SignalState.Stale;
        return value != 0 && _equal >= FewestEqual && now - _changedAt > limits.FrozenAfter ? SignalState.Frozen : SignalState.Fresh;
    }

    /// <summary>The last value, however old, and its age; nothing when there never was one.</summary>
    public (double? Value, TimeSpan? Age) KnownAt(TimeSpan now) => _value is null ? default : (_value, now - _reportedAt);

    /// <summary>The last value; <see langword="null"/> unless it can be used.</summary>
    public double? LastAt(TimeSpan now) => StateAt(now) == SignalState.Fresh ? _value : null;

    /// <summary>The mean since the window began; <see langword="null"/> unless the reading can be used.</summary>
    public double? MeanAt(TimeSpan now)
    {
        if (StateAt(now) != SignalState.Fresh)
            return null;
        Count(now);
        return _seconds > 0 ? _sum / _seconds : _value;
    }

    /// <summary>Begins a new window for the mean.</summary>
    public void BeginWindow(TimeSpan now) => (_countedTo, _sum, _seconds) = (now, 0, 0);

    // A value holds until the next one, but not longer than it is fresh.
    void Count(TimeSpan now)
    {
        if (_value is not { } value)
            return;
        TimeSpan until = now < _reportedAt + limits.StaleAfter ? now : _reportedAt + limits.StaleAfter;
        if (until <= _countedTo)
            return;
        double seconds = (until - _countedTo).TotalSeconds;
        (_sum, _seconds, _countedTo) = (_sum + value * seconds, _seconds + seconds, until);
    }
}
