using BitGrid.Engine;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Plugins;

/// <summary>What a rule of a stranger's plugin that fails does to decisions.</summary>
public sealed class FaultyRuleTests
{
    [Theory]
    [InlineData("test.throws-in-evaluate", "throws_as_safety", DecisionAction.Stop, "failed on purpose")]
    [InlineData("test.throws-in-evaluate", "throws_as_start", DecisionAction.Hold, "failed on purpose")]
    [InlineData("test.returns-nonsense", "no_reason", DecisionAction.Hold, "reason (none)")]
    [InlineData("test.returns-nonsense", "level_out_of_range", DecisionAction.Hold, "level 3")]
    [InlineData("test.returns-nonsense", "nan_memory", DecisionAction.Stop, "NaN as 'nan'")]
    public void A_failing_rule_counts_by_its_tier_is_told_once_and_is_not_asked_again(string plugin, string rule, DecisionAction expected, string message)
    {
        using PluginStage stage = new(plugin);
        RuleOffer offer = stage.Load().Offers.Rules.Single(offer => offer.Id == rule);
        List<RuleFault> faults = [];
        DecisionEngine engine = House.Engine([House.Register(offer)], faults.Add);

        Decision first = engine.Decide(House.SunnyAndRunning, engine.NoMemory);
        Decision second = engine.Decide(House.SunnyAndRunning, first.NextMemory);

        Assert.Equal((expected, rule, "RULE_FAULT"), (first.Action, first.DecidingRule, first.Reason.Code));
        Assert.Equal((expected, rule, "RULE_FAULT"), (second.Action, second.DecidingRule, second.Reason.Code));
        RuleFault fault = Assert.Single(faults);
        Assert.Equal(rule, fault.Id);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_shows_the_stand_in_vote_and_the_quarantine()
    {
        using PluginStage stage = new("test.throws-in-evaluate");
        RuleOffer offer = stage.Load().Offers.Rules.Single(offer => offer.Id == "throws_as_safety");
        DecisionEngine engine = House.Engine([House.Register(offer)]);

        VoteRecord vote = engine.Describe(engine.Decide(House.SunnyAndRunning, engine.NoMemory)).Votes.Single(vote => vote.Rule == offer.Id);

        Assert.Equal((VoteKind.Stop, "RULE_FAULT"), (vote.Vote, vote.Reason.Code));
        Assert.Equal(1, vote.Memory["quarantined"]);
    }

    [Fact]
    public void Beside_a_failing_rule_of_the_Start_tier_the_built_in_safety_still_stops()
    {
        using PluginStage stage = new("test.throws-in-evaluate", "bitgrid.rules");
        PluginCatalog catalog = stage.Load();
        RuleOffer safety = catalog.Offers.Rules.Single(rule => rule.Id == "R3");
        DecisionEngine engine = House.Engine([
            House.Register(catalog.Offers.Rules.Single(rule => rule.Id == "throws_as_start")),
            House.Register(safety, Activator.CreateInstance(safety.OptionsType!)),
        ]);
        Situation hot = House.SunnyAndRunning with { Readings = House.SunnyAndRunning.Readings with { TempC = 99 } };

        Assert.Equal((DecisionAction.Hold, "throws_as_start"), Essence(engine.Decide(House.SunnyAndRunning, engine.NoMemory)));
        Assert.Equal((DecisionAction.Stop, "R3"), Essence(engine.Decide(hot, engine.NoMemory)));
    }

    [Fact]
    public void A_constructor_that_throws_is_told_with_plugin_rule_and_message()
    {
        using PluginStage stage = new("test.throws-in-constructor");
        RuleOffer offer = Assert.Single(stage.Load().Offers.Rules);

        PluginFaultException fault = Assert.Throws<PluginFaultException>(() => offer.Create(null));

        Assert.Equal(("test.throws-in-constructor", "throws_in_constructor"), (fault.PluginId, fault.OfferId));
        Assert.Contains("InvalidOperationException: the constructor {0} failed\non purpose", fault.Message, StringComparison.Ordinal);
    }

    static (DecisionAction Action, string? Rule) Essence(Decision decision) => (decision.Action, decision.DecidingRule);
}
