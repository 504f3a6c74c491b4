namespace BitGrid.Engine;

/// <summary>What the rules of one engine remember about one load. Immutable; made by <see cref="DecisionEngine"/>.</summary>
public sealed class LoadMemory
{
    readonly RuleMemory[] _byRule; // in the engine's order of rules

    internal LoadMemory(RuleMemory[] byRule) => _byRule = byRule;

    internal RuleMemory this[int rule] => _byRule[rule];

    // One array is copied only when something changed: most blocks remember nothing new.
    internal LoadMemory With(int rule, RuleMemory memory)
    {
        if (_byRule[rule].Equals(memory))
            return this;
        RuleMemory[] copy = [.. _byRule];
        copy[rule] = memory;
        return new(copy);
    }
}
