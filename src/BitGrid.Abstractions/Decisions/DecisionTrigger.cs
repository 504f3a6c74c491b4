namespace BitGrid;

/// <summary>What caused a decision.</summary>
public enum DecisionTrigger : byte
{
    /// <summary>The regular decision of a block; one per load and block.</summary>
    BlockTick,

    /// <summary>A message of telemetry between two ticks; only the Safety tier speaks.</summary>
    SafetyAsync,

    /// <summary>A person.</summary>
    Override,

    /// <summary>The start of the program.</summary>
    Startup,
}
