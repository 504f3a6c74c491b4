using BitGrid.Simulation.Houses;

namespace BitGrid.Simulation.Pilots;

/// <summary>Leaves everything off.</summary>
public sealed class OffPilot : IPilot
{
    /// <inheritdoc/>
    public void Steer(HouseModel house, Span<int> levels) => levels.Clear();
}
