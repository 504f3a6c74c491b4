namespace BitGrid;

/// <summary>How a condition compares its actual value with its limit.</summary>
public enum Comparison
{
    /// <summary>actual ≥ limit.</summary>
    AtLeast,

    /// <summary>actual ≤ limit.</summary>
    AtMost,

    /// <summary>actual &gt; limit.</summary>
    Above,

    /// <summary>actual &lt; limit.</summary>
    Below,
}
