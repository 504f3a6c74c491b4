namespace BitGrid;

/// <summary>How far a state can be trusted.</summary>
public enum DataQuality
{
    /// <summary>Every reading the site requires is there.</summary>
    Ok,

    /// <summary>A required reading is missing or stale: nothing starts; what runs goes on or stops.</summary>
    Degraded,

    /// <summary>Too little is known to decide: the last state is kept for one block, then the load is stopped.</summary>
    Invalid,
}
