using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class StabilityTests
{
    [Fact]
    public void Valid_until_names_the_last_block_the_stability_rules_hold()
    {
        DecisionEngine engine = Engines.BuiltIn();
        House house = new(engine);

        Assert.Equal(Some.Block.Plus(2), engine.Describe(house.Next()).ValidUntil);   // the start; held in +1 and +2
        Assert.Equal(Some.Block.Plus(2), engine.Describe(house.Next()).ValidUntil);
        Assert.Equal(Some.Block.Plus(2), engine.Describe(house.Next()).ValidUntil);
        Assert.Equal(Some.Block.Plus(3), engine.Describe(house.Next()).ValidUntil);   // free: its own block
    }

    [Fact]
    public void Valid_until_ends_with_the_day_when_the_switches_are_used_up()
    {
        DecisionEngine engine = Engines.BuiltIn(rules: new() { R5 = new() { HoldBlocks = 0, MaxSwitchesPerDay = 1 } });
        Block lastOfDay = Block.At(new(2024, 6, 21, 23, 50, 0, TimeSpan.Zero));
        House house = new(engine) { Status = Some.Running(3), Block = lastOfDay.Plus(-6) };
        house.Next();

        DecisionRecord stop = engine.Describe(house.Next(Some.State(surplusW: 0)));

        Assert.Equal(DecisionAction.Stop, stop.Action);
        Assert.Equal(lastOfDay, stop.ValidUntil);
    }

    [Fact]
    public void A_rule_that_always_holds_is_valid_for_a_day_at_the_most()
    {
        DecisionEngine engine = Engines.With([Engines.Rule("R9", RuleTier.Stability, Vote.Hold(Some.Reason()))]);

        Assert.Equal(Some.Block.Plus(144), engine.Describe(engine.Decide(Some.Situation(), engine.NoMemory)).ValidUntil);
    }
}
