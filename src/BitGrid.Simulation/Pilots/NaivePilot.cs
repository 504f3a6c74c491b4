using BitGrid.Simulation.Houses;

namespace BitGrid.Simulation.Pilots;

/// <summary>
/// A plain threshold switch: each load runs at level 1 whenever the surplus of the block before covers level 1. It knows neither
/// battery nor price nor forecast, and waits for nothing.
/// </summary>
public sealed class NaivePilot : IPilot
{
    /// <inheritdoc/>
    public void Steer(HouseModel house, Span<int> levels)
    {
        double leftW = house.PvW - house.HouseLoadW;
        for (int i = 0; i < levels.Length; i++)
        {
            double powerW = house.Spec.Loads[i].PowerAt(1);
            levels[i] = leftW >= powerW ? 1 : 0;
            leftW -= levels[i] * powerW;
        }
    }
}
