namespace BitGrid;

/// <summary>Rank of a rule in the arbitration; a higher value beats a lower one.</summary>
public enum RuleTier
{
    /// <summary>Starts and ends for profit: R1, R4. Unless a rule has reason to be higher, it belongs here.</summary>
    Start = 0,

    /// <summary>Against switching too often: R5.</summary>
    Stability = 1,

    /// <summary>The wish of a person.</summary>
    Override = 2,

    /// <summary>Battery reserve and grid import: R2.</summary>
    Autarky = 3,

    /// <summary>Heat and hardware: R3.</summary>
    Safety = 4,
}
