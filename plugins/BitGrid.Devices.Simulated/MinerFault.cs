namespace BitGrid.Devices.Simulated;

/// <summary>How the miner misbehaves on demand.</summary>
enum MinerFault
{
    Normal,

    /// <summary>It hears no command and goes on as it was.</summary>
    Deaf,

    /// <summary>Its heat does not get away: while it runs it passes 85 °C.</summary>
    Hot,
}
