namespace BitGrid;

/// <summary>One comparison a rule made: the stuff explanations are made of.</summary>
/// <param name="Metric">What was compared.</param>
/// <param name="Actual">Its value in the metric's unit; <see langword="null"/> when the reading is missing.</param>
/// <param name="Comparison">How.</param>
/// <param name="Limit">With what, in the metric's unit.</param>
public readonly record struct Condition(Metric Metric, double? Actual, Comparison Comparison, double Limit)
{
    /// <summary>True when the comparison holds. A missing reading fulfils nothing.</summary>
    public bool Fulfilled => Comparison switch
    {
        Comparison.AtLeast => Actual >= Limit,
        Comparison.AtMost => Actual <= Limit,
        Comparison.Above => Actual > Limit,
        _ => Actual < Limit,
    };
}
