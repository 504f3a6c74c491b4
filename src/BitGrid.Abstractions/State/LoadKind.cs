namespace BitGrid;

/// <summary>What a flexible load turns electricity into.</summary>
public enum LoadKind
{
    /// <summary>A Bitcoin miner: serves <see cref="EnergyPath.Hodl"/>.</summary>
    Miner,

    /// <summary>A heater: serves <see cref="EnergyPath.Heat"/>.</summary>
    Heater,
}
