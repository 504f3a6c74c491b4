namespace BitGrid.Simulation.Optimum;

/// <summary>How soon a load may be switched again.</summary>
/// <param name="MinOnBlocks">Blocks a started load runs at least, the block of the start included, 1 or more.</param>
/// <param name="MinOffBlocks">Blocks a stopped load rests at least, the block of the stop included, 1 or more.</param>
public readonly record struct SwitchLimits(int MinOnBlocks, int MinOffBlocks);
