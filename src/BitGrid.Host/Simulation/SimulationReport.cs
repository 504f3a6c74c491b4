using System.Collections.Immutable;

namespace BitGrid.Host.Simulation;

/// <summary>All there is to tell of a simulation; its JSON has these names in snake_case.</summary>
internal sealed record SimulationReport
{
    /// <summary>Name of the house.</summary>
    public required string House { get; init; }

    /// <summary>The configuration, SHA-256 as 64 hexadecimal digits.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>What decided every chance.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Beginning of the first block, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the last block, UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>What was read, what is missing, and what was done about it.</summary>
    public required ImmutableArray<string> Series { get; init; }

    /// <summary>How many decisions of BitGrid can be explained.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Stops that a rule of the Safety tier decided.</summary>
    public required int SafetyStops { get; init; }

    /// <summary>All days.</summary>
    public required SimulatedSpan Total { get; init; }

    /// <summary>The days of each season; empty when there is one season only.</summary>
    public required ImmutableArray<SimulatedSpan> Seasons { get; init; }
}
