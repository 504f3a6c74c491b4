using BitGrid.TestKit;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Testing;

/// <summary>What a rule author sees when the table and the rule disagree.</summary>
public sealed class ScenarioTests
{
    [Fact]
    public void A_failure_shows_the_whole_table_with_the_rows_that_differ()
    {
        RuleScenario wrong = RuleScenario.For(new WarmWaterRule())
            .When("cold", Some.State(heatTempC: 30)).Holds("WARM_WATER_COLD")
            .When("nearly warm", Some.State(heatTempC: 44.9)).Abstains("WARM_WATER_WARM")
            .When("warm", Some.State(heatTempC: 45)).Abstains("WARM_WATER_WARM").Because("heat_temp_c 45 >= 44");

        Snapshot.Match(Assert.Throws<ScenarioFailedException>(wrong.Verify).Message);
    }

    [Fact]
    public void A_rule_that_throws_or_gives_no_vote_fails_its_row()
    {
        RuleScenario wrong = RuleScenario.For(new Scripted(FirstThrowsSecondIsNone))
            .When("throws").Holds("WHY")
            .When("votes without a reason").Holds("WHY")
            .When("as expected").Holds("WHY");

        Snapshot.Match(Assert.Throws<ScenarioFailedException>(wrong.Verify).Message);
    }

    [Fact]
    public void A_rule_that_keeps_a_changing_field_is_found_out()
    {
        RuleScenario impure = RuleScenario.For(new Counting()).When("any block").Holds("ODD");

        Assert.Contains("it is not pure", Assert.Throws<ScenarioFailedException>(impure.Verify).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_failure_shows_the_whole_table_too()
    {
        PolicyScenario wrong = PolicyScenario.For(new BitGrid.Policies.HodlFirstPolicy(new()))
            .When("a good moment").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3).Values(8, null, 10)
            .When("little surplus", Some.State(surplusW: 100)).Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3).Rejects(EnergyPath.Export, "PATH_LATER");

        Snapshot.Match(Assert.Throws<ScenarioFailedException>(wrong.Verify).Message);
    }

    [Fact]
    public void A_table_that_expects_nothing_is_refused()
    {
        Assert.Contains("expects nothing", Assert.Throws<InvalidOperationException>(RuleScenario.For(new WarmWaterRule()).Verify).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(RuleScenario.For(new WarmWaterRule()).When("a block").Verify);
        Assert.Throws<InvalidOperationException>(() => RuleScenario.For(new WarmWaterRule()).Holds("WHY"));
    }

    [Fact]
    public void Rows_must_ascend() =>
        Assert.Contains("Rows must ascend", Assert.Throws<ArgumentException>(
            () => RuleScenario.For(new WarmWaterRule()).When("a block").At(Some.Block.WindowStart)).Message, StringComparison.Ordinal);

    [Fact]
    public void Rows_are_consecutive_blocks_and_skipped_ones_are_left_out()
    {
        RuleScenario.For(new Scripted(BlockOfVote))
            .When("the first").Holds("WHY").Because("block 0 >= 0")
            .When("the second").Holds("WHY").Because("block 1 >= 0")
            .Skip(3)
            .When("four later").Holds("WHY").Because("block 5 >= 0")
            .At(Some.Block.WindowStart.AddHours(1))
            .When("an hour after the first").Holds("WHY").Because("block 6 >= 0")
            .Verify();

        static Vote BlockOfVote(in RuleContext context)
        {
            context.AtLeast(new Metric("block", "", "block", "Block"), context.State.Block.Id - Some.Block.Id, 0);
            return Vote.Hold(Some.Reason("WHY"));
        }
    }

    [Theory]
    [InlineData("WarmWaterRule")]
    [InlineData("WarmWaterTests")]
    public void The_readme_quotes_the_compiled_example(string file)
    {
        string source = Read($"tests/BitGrid.Rules.Tests/Testing/{file}.cs");
        string quoted = source[(source.IndexOf("namespace", StringComparison.Ordinal) + "namespace BitGrid.Rules.Tests.Testing;\n\n".Length)..];

        Assert.Contains($"```csharp\n{quoted}```", Read("src/BitGrid.Testing/README.md"), StringComparison.Ordinal);
    }

    static string Read(string path) => File.ReadAllText(RepositoryRoot.PathTo(path)).ReplaceLineEndings("\n");

    delegate Vote Body(in RuleContext context);

    static Vote FirstThrowsSecondIsNone(in RuleContext context) => (context.State.Block.Id - Some.Block.Id) switch
    {
        0 => throw new InvalidOperationException("{0} is hostile }"),
        1 => default,
        _ => Vote.Hold(Some.Reason("WHY")),
    };

    sealed class Scripted(Body body) : IRule
    {
        public Vote Evaluate(in RuleContext context) => body(context);
    }

    sealed class Counting : IRule
    {
        int _calls;

        public Vote Evaluate(in RuleContext context) => Vote.Hold(Some.Reason(_calls++ % 2 == 0 ? "EVEN" : "ODD"));
    }
}
