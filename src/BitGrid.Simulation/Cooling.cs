namespace BitGrid.Simulation;

/// <summary>How well a miner gets rid of its heat.</summary>
public enum Cooling
{
    /// <summary>All fans turn.</summary>
    Normal,

    /// <summary>One of two fans stands still.</summary>
    FanFailed,

    /// <summary>The air cannot get away: whatever the level, the chip passes 85 °C.</summary>
    Blocked,
}
