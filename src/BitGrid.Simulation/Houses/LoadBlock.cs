namespace BitGrid.Simulation.Houses;

/// <summary>What a load did in a block.</summary>
/// <param name="Level">The level it ran at; 0 when off.</param>
/// <param name="Energy">What it drew, and what of it hashed or heated.</param>
/// <param name="TempC">Its temperature at the end, °C: hottest chip, or hot water.</param>
/// <param name="HashrateThs">Mean hash rate, TH/s.</param>
/// <param name="HeartbeatAgeS">Time since its last proof of work at the end, s.</param>
public readonly record struct LoadBlock(int Level, LoadEnergy Energy, double TempC, double HashrateThs, double HeartbeatAgeS)
{
    /// <summary>Mean power, W.</summary>
    public double PowerW => Energy.DrawnWh / HouseModel.BlockHours;
}
