using System.Collections.Immutable;

namespace BitGrid.Engine.Replay;

/// <summary>One recorded state of one load: the regular one of a block, or one that a decision between two ticks was taken on.</summary>
/// <param name="State">Readings of the site.</param>
/// <param name="LoadId">The load the readings belong to; <see langword="null"/> when the recording names none: then it is the first load of the site.</param>
/// <param name="Readings">Readings of the load.</param>
/// <param name="Recorded">What the load did then; <see langword="null"/> when it was not recorded.</param>
public sealed record ReplayRow(EnergyState State, string? LoadId, LoadReadings Readings, LoadStatus? Recorded)
{
    /// <summary>What asked for a decision.</summary>
    public DecisionTrigger Trigger { get; init; }

    /// <summary>Surplus that the loads before left over, W; <see langword="null"/> when it was not recorded: then it follows from their decisions.</summary>
    public double? SurplusLeftW { get; init; }

    /// <summary>A person's wish for the load, if there was one.</summary>
    public ManualOverride? Override { get; init; }

    /// <summary>What the rules remembered before, by rule id; default when it was not recorded: then it follows from the decisions before.</summary>
    public ImmutableArray<KeyValuePair<string, RuleMemory>> Memories { get; init; }

    /// <summary>True when the row belongs to a decision between two ticks.</summary>
    public bool IsBetweenTicks => Trigger is DecisionTrigger.SafetyAsync or DecisionTrigger.Override;
}
