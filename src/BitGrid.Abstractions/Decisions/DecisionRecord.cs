using System.Collections.Immutable;

namespace BitGrid;

/// <summary>A decision for one load, whole: enough to understand, check and repeat it years later.</summary>
public sealed record DecisionRecord
{
    /// <summary>The block it was taken in.</summary>
    public required Block Block { get; init; }

    /// <summary>The load it is about.</summary>
    public required string LoadId { get; init; }

    /// <summary>Time of the state it was taken on, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What caused it.</summary>
    public required DecisionTrigger Trigger { get; init; }

    /// <summary>What is done.</summary>
    public required DecisionAction Action { get; init; }

    /// <summary>Why, as a stable code with its sentences.</summary>
    public required Reason Reason { get; init; }

    /// <summary>Id of the rule (or policy) that decided; <see langword="null"/> when nobody voted.</summary>
    public string? DecidingRule { get; init; }

    /// <summary>Every rule's vote: highest tier first, then by ordinal id.</summary>
    public required ImmutableArray<VoteRecord> Votes { get; init; }

    /// <summary>Where the surplus should go, and why not elsewhere.</summary>
    public required PathChoice EnergyPath { get; init; }

    /// <summary>The load before the decision.</summary>
    public required LoadStatus PreviousState { get; init; }

    /// <summary>The load after the decision.</summary>
    public required LoadStatus NewState { get; init; }

    /// <summary>Last block in which the stability rules keep the new state, if nothing graver happens; the decision's own block when they do not.</summary>
    public required Block ValidUntil { get; init; }

    /// <summary>True when a person's wish decided.</summary>
    public bool IsOverride { get; init; }

    /// <summary>The configuration in force, SHA-256 as 64 hexadecimal digits; empty when none was recorded.</summary>
    public string ConfigHash { get; init; } = "";

    /// <summary>Version of the engine that decided.</summary>
    public string EngineVersion { get; init; } = "";

    /// <summary>Name of the command to the load, derived from the content; <see langword="null"/> when nothing is commanded.</summary>
    public string? CommandId { get; init; }
}
