namespace BitGrid;

/// <summary>What a rule asks for.</summary>
public enum VoteKind
{
    /// <summary>Nothing: the rule leaves the matter to the others.</summary>
    Abstain = 0,

    /// <summary>Start, at the level named or at the one the surplus carries.</summary>
    Start = 1,

    /// <summary>Keep the present state.</summary>
    Hold = 2,

    /// <summary>Run at most at the level named; never shields the load from a stop of a lower tier.</summary>
    Throttle = 3,

    /// <summary>Stop.</summary>
    Stop = 4,
}
