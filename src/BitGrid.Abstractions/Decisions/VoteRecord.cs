using System.Collections.Immutable;

namespace BitGrid;

/// <summary>One vote as recorded: who, what, why, on which comparisons, and what is remembered.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Vote">What was asked for.</param>
/// <param name="Level">The level asked for; 0 when none.</param>
/// <param name="Reason">Why.</param>
/// <param name="Conditions">The comparisons, in the order they were made.</param>
/// <param name="Memory">What the rule gets back in the next block.</param>
public sealed record VoteRecord(
    string Rule,
    RuleTier Tier,
    VoteKind Vote,
    int Level,
    Reason Reason,
    ImmutableArray<Condition> Conditions,
    RuleMemory Memory);
