using BitGrid.Engine.Replay;

namespace BitGrid.Architecture.Tests;

/// <summary>The words of records cover every member: one that falls through to another's word is found here.</summary>
public sealed class WordsTests
{
    [Fact]
    public void Every_action_has_its_word() => EachIsItsName<DecisionAction>(Words.Of);

    [Fact]
    public void Every_trigger_has_its_word() => EachIsItsName<DecisionTrigger>(Words.Of);

    [Fact]
    public void Every_tier_has_its_word() => EachIsItsName<RuleTier>(Words.Of);

    [Fact]
    public void Every_vote_has_its_word() => EachIsItsName<VoteKind>(Words.Of);

    [Fact]
    public void Every_path_has_its_word() => EachIsItsName<EnergyPath>(Words.Of);

    [Fact]
    public void Every_comparison_has_a_sign_of_its_own() =>
        Assert.Equal([">=", "<=", ">", "<"], Enum.GetValues<Comparison>().Select(Words.Of));

    static void EachIsItsName<T>(Func<T, string> word)
        where T : struct, Enum => Assert.Equal(Enum.GetNames<T>(), Enum.GetValues<T>().Select(word));
}
