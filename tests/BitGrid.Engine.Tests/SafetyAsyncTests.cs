using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class SafetyAsyncTests
{
    [Fact]
    public void Hears_only_the_safety_tier()
    {
        DecisionEngine engine = Engines.BuiltIn();
        Situation empty = Some.Situation(Some.State(batterySocPct: 5, surplusW: 0), status: Some.Running(2), wish: new(false, 0, Some.Block, 1));

        Decision decision = engine.Decide(empty, engine.NoMemory, DecisionTrigger.SafetyAsync);

        Assert.Equal((DecisionAction.Hold, (string?)null, Some.Running(2)), (decision.Action, decision.DecidingRule, decision.NewStatus));
        Assert.Equal(["DATA", "R3"], engine.Describe(decision).Votes.Select(vote => vote.Rule));
    }

    [Fact]
    public void Stops_for_heat_at_once()
    {
        DecisionEngine engine = Engines.BuiltIn();
        Decision decision = engine.Decide(
            Some.Situation(readings: Some.Readings(tempC: 85), status: Some.Running(2, 0)), engine.NoMemory, DecisionTrigger.SafetyAsync);

        Assert.Equal((DecisionAction.Stop, "R3"), (decision.Action, decision.DecidingRule));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Starts_nothing_even_when_a_safety_rule_asks_for_it(int level)
    {
        DecisionEngine engine = Engines.With([Engines.Rule("FROST", RuleTier.Safety, Vote.Start(Some.Reason("FROST_START"), level))], targetLevel: 3);

        Assert.True(engine.Decide(Some.Situation(), engine.NoMemory).NewStatus.Running);
        Assert.False(engine.Decide(Some.Situation(), engine.NoMemory, DecisionTrigger.SafetyAsync).NewStatus.Running);
    }

    [Fact]
    public void Leaves_the_level_to_the_tick()
    {
        DecisionEngine engine = Engines.With([], targetLevel: 3);
        Situation running = Some.Situation(status: Some.Running(1));

        Assert.Equal(DecisionAction.SetLevel, engine.Decide(running, engine.NoMemory).Action);
        Assert.Equal(DecisionAction.Hold, engine.Decide(running, engine.NoMemory, DecisionTrigger.SafetyAsync).Action);
    }

    [Fact]
    public void Keeps_what_the_rules_it_does_not_hear_remember()
    {
        DecisionEngine engine = Engines.BuiltIn();
        House house = new(engine);
        house.Next(Some.State(batterySocPct: 90));   // R2 knows the battery as full
        house.Ask(DecisionTrigger.SafetyAsync);

        Assert.NotEqual("R2", house.Next(Some.State(batterySocPct: 40)).DecidingRule);
    }
}
