using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>How a house is simulated.</summary>
internal sealed record SimulationWishes
{
    /// <summary>Decides every chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What goes wrong.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>True to describe every decision and count how many can be explained; that takes longer than the run itself.</summary>
    public bool Describes { get; init; }

    /// <summary>Told after each block, when somebody wants to look: the house at its end, and the decisions that were taken at its beginning.</summary>
    public Action<HouseModel, EnginePilot>? Seen { get; init; }
}
