using BitGrid.Simulation.Houses;

namespace BitGrid.Simulation.Pilots;

/// <summary>Runs everything at its highest level, always.</summary>
public sealed class AlwaysOnPilot : IPilot
{
    /// <inheritdoc/>
    public void Steer(HouseModel house, Span<int> levels)
    {
        for (int i = 0; i < levels.Length; i++)
            levels[i] = house.Spec.Loads[i].LevelsW.Length;
    }
}
