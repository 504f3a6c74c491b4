namespace BitGrid;

/// <summary>A rule's answer for one load in one block. The default value is no valid vote, because it has no reason.</summary>
public readonly record struct Vote
{
    Vote(VoteKind kind, Reason reason, int level = 0) => (Kind, Reason, Level, Memory) = (kind, reason, level, RuleMemory.Empty);

    /// <summary>What is asked for.</summary>
    public VoteKind Kind { get; }

    /// <summary>Why. Also an abstention has a reason: it tells why nothing happens.</summary>
    public Reason Reason { get; }

    /// <summary>The level asked for: with Start 0 means "as the surplus carries"; with Throttle the highest allowed level, 1 or more.</summary>
    public int Level { get; }

    /// <summary>What the rule wants back in the next block; empty unless set by <see cref="Remembering"/>.</summary>
    public RuleMemory Memory { get; private init; }

    /// <summary>Leaves the matter to the other rules.</summary>
    public static Vote Abstain(Reason reason) => new(VoteKind.Abstain, reason);

    /// <summary>Asks to keep the present state.</summary>
    public static Vote Hold(Reason reason) => new(VoteKind.Hold, reason);

    /// <summary>Asks to start.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="level">1 to the load's top level, or 0: as high as the surplus carries.</param>
    public static Vote Start(Reason reason, int level = 0) => new(VoteKind.Start, reason, level);

    /// <summary>Asks to stop.</summary>
    public static Vote Stop(Reason reason) => new(VoteKind.Stop, reason);

    /// <summary>Asks to run at most at a level.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="level">Highest allowed level, 1 or more.</param>
    public static Vote Throttle(Reason reason, int level) => new(VoteKind.Throttle, reason, level);

    /// <summary>The same vote with something to remember.</summary>
    public Vote Remembering(RuleMemory memory) => this with { Memory = memory };
}
