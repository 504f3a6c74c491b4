using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

/// <summary>Defects that a comparable controller had, one test each: they must not come back.</summary>
public sealed class PrototypeDefectTests
{
    [Fact]
    public void R1_ends_what_it_began_before_the_grid_has_to_help()
    {
        House house = new(Engines.BuiltIn());
        house.Next(Some.State(surplusW: 2000));
        house.Next(Some.State(surplusW: 700, gridPowerW: 100));
        house.Next(Some.State(surplusW: 700, gridPowerW: 100));

        Assert.Equal((DecisionAction.Stop, "R1"), ActionOf(house.Next(Some.State(surplusW: 700, gridPowerW: 100))));
    }

    [Fact]
    public void R5_remembers_the_start_through_every_held_block()
    {
        House house = new(Engines.BuiltIn(rules: new() { R5 = new() { MinRuntimeBlocks = 6 } }));
        house.Next(Some.State(surplusW: 2000));

        for (int block = 1; block < 6; block++)
            Assert.Equal((block, "R5"), (block, house.Next(Some.State(surplusW: 0)).DecidingRule));
        Assert.Equal((DecisionAction.Stop, "R1"), ActionOf(house.Next(Some.State(surplusW: 0))));
    }

    [Fact]
    public void R5_is_not_wound_up_again_by_changes_that_were_only_wished_for()
    {
        House house = new(Engines.BuiltIn());
        house.Next(Some.State(surplusW: 2000));
        house.Next(Some.State(surplusW: 0));
        house.Next(Some.State(surplusW: 2000));

        Assert.Equal((DecisionAction.Stop, "R1"), ActionOf(house.Next(Some.State(surplusW: 0))));
    }

    [Fact]
    public void R3_keeps_a_hot_load_off_until_it_is_cool()
    {
        House house = new(Engines.BuiltIn(rules: new() { R5 = new() { HoldBlocks = 0, MinRuntimeBlocks = 0, MinPauseBlocks = 0 } })) { Status = Some.Running() };
        house.Next(readings: Some.Readings(tempC: 85));

        Assert.Equal((DecisionAction.Hold, "R3"), ActionOf(house.Next(readings: Some.Readings(tempC: 84))));
        Assert.Equal((DecisionAction.Hold, "R3"), ActionOf(house.Next(readings: Some.Readings(tempC: 76))));
        Assert.Equal((DecisionAction.Start, "R1"), ActionOf(house.Next(readings: Some.Readings(tempC: 75))));
    }

    [Fact]
    public void R2_reckons_with_the_net_of_all_phases()
    {
        double[] phasesW = [900, -1400, 100]; // one phase imports more than the limit, the house as a whole exports
        House house = new(Engines.BuiltIn()) { Status = Some.Running(3) };

        Assert.True(house.Next(Some.State(gridPowerW: phasesW.Sum())).NewStatus.Running);
    }

    [Fact]
    public void A_throttle_leads_to_a_command()
    {
        DecisionEngine engine = Engines.BuiltIn();
        House house = new(engine) { Status = Some.Running(3) };
        house.Next();
        DecisionRecord record = engine.Describe(house.Next(readings: Some.Readings(tempC: 84)));

        Assert.Equal((DecisionAction.SetLevel, 2, "R3_THROTTLE"), (record.Action, record.NewState.Level, record.Reason.Code));
        Assert.NotNull(record.CommandId);
    }

    [Fact]
    public void An_override_has_a_decision_of_its_own()
    {
        DecisionEngine engine = Engines.BuiltIn();
        House house = new(engine) { Wish = new(true, 1, Some.Block, 1) };

        DecisionRecord record = engine.Describe(house.Ask(DecisionTrigger.Override, Some.State(surplusW: 0)));

        Assert.Equal((DecisionTrigger.Override, true, DecisionAction.Start), (record.Trigger, record.IsOverride, record.Action));
        Assert.NotNull(record.CommandId);
    }

    static (DecisionAction Action, string? By) ActionOf(Decision decision) => (decision.Action, decision.DecidingRule);
}
