using System.Diagnostics;
using System.Globalization;

namespace BitGrid.Host.Live;

/// <summary>
/// Holds a rule to its time. One that overran once is taken to be broken and never called again: the engine puts a safe vote
/// in its place, and shows why.
/// </summary>
/// <param name="rule">The rule.</param>
internal sealed class BudgetedRule(IRule rule) : IRule
{
    /// <summary>Longest time of a call. A vote takes microseconds.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(250);

    // The first call compiles the rule, which takes a small computer its time.
    static readonly TimeSpan FirstBudget = 10 * Budget;

    bool _wasCalled;
    string? _overrun;

    /// <inheritdoc/>
    public Vote Evaluate(in RuleContext context)
    {
        if (_overrun is { } before)
            throw new TimeoutException(before);
        long began = Stopwatch.GetTimestamp();
        Vote vote = rule.Evaluate(context);
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        TimeSpan budget = _wasCalled ? Budget : FirstBudget;
        _wasCalled = true;
        if (took <= budget)
            return vote;
        _overrun = string.Create(CultureInfo.InvariantCulture, $"took {took.TotalMilliseconds:0} ms; a rule has {budget.TotalMilliseconds:0} ms");
        throw new TimeoutException(_overrun);
    }
}
