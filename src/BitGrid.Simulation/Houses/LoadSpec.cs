using System.Collections.Immutable;

namespace BitGrid.Simulation.Houses;

/// <summary>A flexible load of a simulated house.</summary>
/// <param name="LevelsW">Power of each level, W, ascending; level 1 is the first entry.</param>
public sealed record LoadSpec(ImmutableArray<double> LevelsW)
{
    /// <summary>Energy per hash, J/TH; <see langword="null"/> for a heater, which hashes nothing.</summary>
    public double? EfficiencyJTh { get; init; }

    /// <summary>True for a heating rod in the hot water buffer, false for a miner.</summary>
    public bool IsHeater { get; init; }

    /// <summary>What it draws while it is off, W.</summary>
    public double StandbyW { get; init; }

    /// <summary>Power at a level, W; that of standby for level 0.</summary>
    /// <param name="level">0 to the number of levels.</param>
    public double PowerAt(int level) => level == 0 ? StandbyW : LevelsW[level - 1];

    /// <summary>Energies of a block of ten minutes. A miner that starts boots for a minute first, at 140 W and without hashing.</summary>
    /// <param name="level">0 to the number of levels.</param>
    /// <param name="starts">True when it was off in the block before.</param>
    public LoadEnergy EnergyOf(int level, bool starts)
    {
        const double bootShare = Asic.BootS / 600;
        double bootW = !IsHeater && level > 0 && starts ? bootShare * Asic.BootW : 0;
        double workW = PowerAt(level) * (bootW > 0 ? 1 - bootShare : 1);
        return new((bootW + workW) * HouseModel.BlockHours, level > 0 ? workW * HouseModel.BlockHours : 0);
    }
}
