namespace BitGrid;

/// <summary>What is done with a load.</summary>
public enum DecisionAction : byte
{
    /// <summary>Nothing changes.</summary>
    Hold,

    /// <summary>The load is started.</summary>
    Start,

    /// <summary>The load is stopped.</summary>
    Stop,

    /// <summary>The running load gets another level.</summary>
    SetLevel,
}
