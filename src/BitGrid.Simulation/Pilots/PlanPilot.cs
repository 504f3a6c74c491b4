using System.Collections.Immutable;
using BitGrid.Simulation.Houses;

namespace BitGrid.Simulation.Pilots;

/// <summary>Follows a plan for the first load; the others are off.</summary>
/// <param name="plan">The level of each block.</param>
public sealed class PlanPilot(ImmutableArray<byte> plan) : IPilot
{
    /// <inheritdoc/>
    public void Steer(HouseModel house, Span<int> levels)
    {
        levels.Clear();
        levels[0] = plan[house.Block + 1];
    }
}
