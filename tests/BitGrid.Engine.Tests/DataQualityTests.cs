using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class DataQualityTests
{
    static readonly EnergyState Degraded = Some.State(quality: DataQuality.Degraded, missing: ["price_ct_kwh"]);
    static readonly EnergyState Invalid = Some.State(surplusW: null, gridPowerW: null, batterySocPct: null, quality: DataQuality.Invalid, missing: ["pv_power_w"]);

    [Fact]
    public void With_degraded_readings_nothing_starts()
    {
        House house = new(Engines.BuiltIn());
        Decision decision = house.Next(Degraded);

        Assert.Equal((DecisionAction.Hold, "DATA_DEGRADED", "DATA"), (decision.Action, decision.Reason.Code, decision.DecidingRule));
        Assert.Equal(DecisionAction.Start, house.Next().Action);
    }

    [Fact]
    public void With_degraded_readings_a_running_load_goes_on_or_is_stopped_by_the_rules()
    {
        House house = new(Engines.BuiltIn()) { Status = Some.Running(3) };

        Assert.Equal(DecisionAction.Hold, house.Next(Degraded).Action);
        Assert.Equal((DecisionAction.Stop, "R2"), ActionOf(house.Next(Degraded with { BatterySocPct = 20 })));
    }

    [Fact]
    public void Unusable_readings_keep_a_running_load_for_one_block_and_then_stop_it()
    {
        House house = new(Engines.BuiltIn()) { Status = Some.Running(2) };

        Assert.Equal((DecisionAction.Hold, "DATA"), ActionOf(house.Next(Invalid)));
        Assert.Equal(2, house.Status.Level);
        Assert.Equal((DecisionAction.Stop, "DATA"), ActionOf(house.Next(Invalid)));
        Assert.Equal((DecisionAction.Hold, "DATA"), ActionOf(house.Next(Invalid)));
    }

    [Fact]
    public void One_usable_block_begins_the_count_anew()
    {
        House house = new(Engines.BuiltIn()) { Status = Some.Running(3) };

        Assert.Equal(DecisionAction.Hold, house.Next(Invalid).Action);
        house.Next(Degraded);
        Assert.Equal(DecisionAction.Hold, house.Next(Invalid).Action);
        Assert.Equal(DecisionAction.Stop, house.Next(Invalid).Action);
    }

    [Fact]
    public void Asking_twice_within_a_block_does_not_count_as_two_blocks()
    {
        House house = new(Engines.BuiltIn()) { Status = Some.Running(3) };

        Assert.Equal(DecisionAction.Hold, house.Ask(DecisionTrigger.SafetyAsync, Invalid).Action);
        Assert.Equal(DecisionAction.Hold, house.Ask(DecisionTrigger.SafetyAsync, Invalid).Action);
        Assert.Equal(DecisionAction.Hold, house.Next(Invalid).Action);
        Assert.Equal(DecisionAction.Stop, house.Ask(DecisionTrigger.SafetyAsync, Invalid).Action);
    }

    [Fact]
    public void With_unusable_readings_nothing_starts_and_heat_still_stops()
    {
        Assert.Equal((DecisionAction.Hold, "DATA"), ActionOf(new House(Engines.BuiltIn()).Next(Invalid)));
        Assert.Equal((DecisionAction.Stop, "R3"), ActionOf(new House(Engines.BuiltIn()) { Status = Some.Running() }.Next(Invalid, Some.Readings(tempC: 90))));
    }

    [Fact]
    public void The_explanation_counts_the_readings_that_are_missing_and_those_that_came_too_late()
    {
        DecisionEngine engine = Engines.BuiltIn();
        foreach (EnergyState state in new[] { Degraded, Invalid })
        {
            Decision decision = new House(engine).Next(state with { Stale = ["grid_power_w", "battery_soc_pct"] });
            VoteRecord data = engine.Describe(decision).Votes.Single(vote => vote.Rule == "DATA");
            Assert.Equal(new Condition(Metrics.MissingReadings, 3, Comparison.AtMost, 0), Assert.Single(data.Conditions));
        }
    }

    static (DecisionAction Action, string? By) ActionOf(Decision decision) => (decision.Action, decision.DecidingRule);
}
