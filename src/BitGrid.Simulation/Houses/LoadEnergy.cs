namespace BitGrid.Simulation.Houses;

/// <summary>What a load does with a block.</summary>
/// <param name="DrawnWh">Energy it draws, Wh.</param>
/// <param name="UsefulWh">The part that hashes or heats, Wh.</param>
public readonly record struct LoadEnergy(double DrawnWh, double UsefulWh);
