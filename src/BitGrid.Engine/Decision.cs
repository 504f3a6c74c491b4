namespace BitGrid.Engine;

/// <summary>
/// A decision as the engine takes it: the outcome, and what it was taken on. Votes, conditions and sentences are not stored,
/// because rules are pure: <see cref="DecisionEngine.Describe"/> derives them again whenever somebody asks.
/// </summary>
public sealed class Decision
{
    readonly Situation _situation;

    internal Decision(in Situation situation, LoadMemory memory, DecisionTrigger trigger) =>
        (_situation, Memory, Trigger) = (situation, memory, trigger);

    /// <summary>A decision of the past, made from its record: nothing is decided again, and what the rules remembered is not known.</summary>
    /// <param name="record">The record.</param>
    /// <param name="situation">What it was taken on, as far as it is known.</param>
    public static Decision Of(DecisionRecord record, in Situation situation)
    {
        LoadMemory unknown = new([]);
        return new(situation, unknown, record.Trigger)
        {
            NextMemory = unknown,
            Action = record.Action,
            Reason = record.Reason,
            DecidingRule = record.DecidingRule,
            NewStatus = record.NewState,
            Preferred = record.EnergyPath.Preferred,
            PathReason = record.EnergyPath.ReasonFor(record.EnergyPath.Preferred),
            TargetLevel = record.EnergyPath.TargetLevel,
        };
    }

    /// <summary>What it was taken on.</summary>
    public ref readonly Situation Situation => ref _situation;

    /// <summary>What the rules remembered before.</summary>
    public LoadMemory Memory { get; }

    /// <summary>What the rules remember for the next block.</summary>
    public required LoadMemory NextMemory { get; init; }

    /// <summary>What caused it.</summary>
    public DecisionTrigger Trigger { get; }

    /// <summary>What is done.</summary>
    public required DecisionAction Action { get; init; }

    /// <summary>Why.</summary>
    public required Reason Reason { get; init; }

    /// <summary>Id of the rule (or policy) that decided; <see langword="null"/> when nobody voted.</summary>
    public required string? DecidingRule { get; init; }

    /// <summary>The load afterwards.</summary>
    public required LoadStatus NewStatus { get; init; }

    /// <summary>The path the policy prefers.</summary>
    public required EnergyPath Preferred { get; init; }

    /// <summary>Why the policy prefers it.</summary>
    public required Reason PathReason { get; init; }

    /// <summary>The level the policy would have the load run at; 0 when another path is preferred.</summary>
    public required int TargetLevel { get; init; }
}
