using BitGrid.Engine.Explanation;
using BitGrid.Host.Recordings;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>What a simulation is to do.</summary>
internal sealed record SimulateRequest
{
    public required IReadOnlyList<string> Data { get; init; }

    public required string Config { get; init; }

    public string? Plugins { get; init; }

    public ulong Seed { get; init; }

    public HouseFaults Faults { get; init; }

    public bool IsExchangePrice { get; init; }

    public string? ReportFile { get; init; }

    public Period Period { get; init; }

    public required Language Language { get; init; }
}
