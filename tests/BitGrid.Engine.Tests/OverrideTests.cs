using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class OverrideTests
{
    static readonly EnergyState Night = Some.State(surplusW: -400, gridPowerW: 400);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(144)]
    public void Holds_for_exactly_its_blocks(int blocks)
    {
        House house = new(WithoutSettling()) { Wish = new(true, 0, Some.Block, blocks) };

        for (int i = 0; i < blocks; i++)
            Assert.True(house.Next(Night) is { NewStatus.Running: true, Reason.Code: "MANUAL_OVERRIDE" }, $"block {i + 1} of {blocks}");
        Assert.Equal((DecisionAction.Stop, "R1"), ActionOf(house.Next(Night)));
    }

    [Fact]
    public void Does_not_hold_before_its_first_block()
    {
        House house = new(WithoutSettling()) { Wish = new(true, 0, Some.Block.Plus(1), 1) };

        Assert.False(house.Next(Night).NewStatus.Running);
        Assert.True(house.Next(Night).NewStatus.Running);
        Assert.False(house.Next(Night).NewStatus.Running);
    }

    [Fact]
    public void Stops_a_load_that_the_rules_would_run()
    {
        House house = new(WithoutSettling()) { Status = Some.Running(), Wish = new(false, 0, Some.Block, 2) };

        Assert.Equal((DecisionAction.Stop, "OVERRIDE"), ActionOf(house.Next()));
        Assert.Equal((DecisionAction.Hold, "OVERRIDE"), ActionOf(house.Next()));
        Assert.Equal((DecisionAction.Start, "R1"), ActionOf(house.Next()));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(-1, 2)]
    public void Starts_at_its_level_or_at_the_one_the_surplus_carries(int level, int expected)
    {
        House house = new(Engines.BuiltIn()) { Wish = new(true, level, Some.Block, 1) };

        Decision decision = house.Next(Some.State(surplusW: 1300));

        Assert.Equal((expected, "OVERRIDE"), (decision.NewStatus.Level, decision.DecidingRule));
    }

    [Fact]
    public void Sets_the_level_of_a_running_load_without_restarting_it()
    {
        House house = new(Engines.BuiltIn()) { Status = Some.Running(1, 7), Wish = new(true, 3, Some.Block, 1) };

        Decision decision = house.Next();

        Assert.Equal((DecisionAction.SetLevel, "OVERRIDE"), ActionOf(decision));
        Assert.Equal(Some.Running(3, 7), decision.NewStatus);
    }

    [Fact]
    public void Breaks_the_settling_time()
    {
        House house = new(Engines.BuiltIn()) { Status = Some.Running(1, 1), Wish = new(false, 0, Some.Block, 1) };

        Assert.Equal((DecisionAction.Stop, "OVERRIDE"), ActionOf(house.Next()));
    }

    [Fact]
    public void Runs_whatever_the_policy_prefers()
    {
        House house = new(Engines.With([], targetLevel: 0)) { Wish = new(true, 0, Some.Block, 1) };

        Assert.Equal((DecisionAction.Start, "OVERRIDE"), ActionOf(house.Next()));
    }

    [Fact]
    public void Is_refused_by_the_battery_the_grid_the_heat_and_missing_readings()
    {
        Refused("R2", Some.State(batterySocPct: 30));
        Refused("R2", Some.State(gridPowerW: 900));
        Refused("R3", Some.State(), Some.Readings(tempC: 90));
        Refused("R3", Some.State(), Some.Readings(tempC: null));
        Refused("DATA", Some.State(quality: DataQuality.Degraded, missing: ["price_ct_kwh"]));
    }

    [Fact]
    public void A_load_it_keeps_running_is_still_stopped_by_battery_and_heat()
    {
        House low = new(Engines.BuiltIn()) { Status = Some.Running(), Wish = new(true, 0, Some.Block, 3) };
        House hot = new(Engines.BuiltIn()) { Status = Some.Running(), Wish = new(true, 0, Some.Block, 3) };

        Assert.Equal((DecisionAction.Stop, "R2"), ActionOf(low.Next(Some.State(batterySocPct: 35))));
        Assert.Equal((DecisionAction.Stop, "R3"), ActionOf(hot.Next(readings: Some.Readings(tempC: 85))));
    }

    [Fact]
    public void Is_a_value_so_a_restart_in_the_middle_changes_nothing()
    {
        ManualOverride wish = new(true, 2, Some.Block, 3);
        House house = new(WithoutSettling()) { Wish = wish };
        house.Next(Night);
        House restarted = new(WithoutSettling()) { Wish = wish with { }, Block = house.Block, Status = house.Status };

        Assert.Equal((DecisionAction.Hold, "OVERRIDE"), ActionOf(restarted.Next(Night)));
        Assert.Equal((DecisionAction.Hold, "OVERRIDE"), ActionOf(restarted.Next(Night)));
        Assert.False(restarted.Next(Night).NewStatus.Running);
    }

    [Fact]
    public void Is_marked_in_the_record_only_when_it_decided()
    {
        DecisionEngine engine = Engines.BuiltIn();
        ManualOverride wish = new(true, 0, Some.Block, 1);

        Assert.True(engine.Describe(engine.Decide(Some.Situation(wish: wish), engine.NoMemory)).IsOverride);
        Assert.False(engine.Describe(engine.Decide(Some.Situation(Some.State(batterySocPct: 30), wish: wish), engine.NoMemory)).IsOverride);
    }

    static void Refused(string by, EnergyState state, LoadReadings? readings = null)
    {
        House house = new(Engines.BuiltIn()) { Wish = new(true, 0, Some.Block, 3) };
        Assert.Equal((DecisionAction.Hold, by), ActionOf(house.Next(state, readings)));
    }

    static (DecisionAction Action, string? By) ActionOf(Decision decision) => (decision.Action, decision.DecidingRule);

    static DecisionEngine WithoutSettling() =>
        Engines.BuiltIn(rules: new() { R5 = new() { HoldBlocks = 0, MinRuntimeBlocks = 0, MinPauseBlocks = 0 } });
}
