namespace BitGrid.Simulation;

/// <summary>What a miner is doing.</summary>
public enum AsicState
{
    /// <summary>It is off, but answers.</summary>
    Off,

    /// <summary>It was switched on and does not work yet.</summary>
    Booting,

    /// <summary>It works.</summary>
    Hashing,
}
