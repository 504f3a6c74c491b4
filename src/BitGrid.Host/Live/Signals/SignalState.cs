namespace BitGrid.Host.Live.Signals;

/// <summary>What can be said of a reading now.</summary>
internal enum SignalState
{
    /// <summary>It never came.</summary>
    Missing,

    /// <summary>It can be used.</summary>
    Fresh,

    /// <summary>The last value is too old.</summary>
    Stale,

    /// <summary>It comes, but has not moved for too long.</summary>
    Frozen,
}
