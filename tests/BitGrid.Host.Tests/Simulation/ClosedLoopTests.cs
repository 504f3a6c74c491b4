using BitGrid.Engine;
using BitGrid.Host.Simulation;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Tests.Simulation;

/// <summary>The real engine with the built-in rules in a simulated house: what it decides feeds back, and what it may not know it does not know.</summary>
public sealed class ClosedLoopTests
{
    const int Noon = 72;

    [Fact]
    public void On_a_sunny_day_it_starts_on_surplus_and_stops_when_the_sun_goes()
    {
        (SimulatedRun run, List<(Decision Decision, LoadBlock Load)> blocks) = SimulatedHouse.Live(SomeSeries.Of(SomeSeries.Sun(2, 6_000)));
        Assert.Equal(["R1_START", "R1_SURPLUS_LOST"], blocks.Where(block => block.Decision.Action is DecisionAction.Start or DecisionAction.Stop).Skip(2).Select(block => block.Decision.Reason.Code));
        Assert.Equal(4, run.Total().Starts + run.Total().Stops);
        Assert.All(blocks, block => Assert.Equal(block.Decision.NewStatus.Level, block.Load.Level));
    }

    [Fact]
    public void It_decides_on_the_block_before_and_knows_nothing_of_the_one_to_come()
    {
        double[] pvW = SomeSeries.Sun(1, 6_000);
        (_, List<(Decision Decision, LoadBlock Load)> before) = SimulatedHouse.Live(SomeSeries.Of(pvW));
        Array.Fill(pvW, 0, Noon, pvW.Length - Noon);
        (_, List<(Decision Decision, LoadBlock Load)> after) = SimulatedHouse.Live(SomeSeries.Of(pvW));

        Assert.All(Enumerable.Range(0, Noon + 1), block => Assert.Equal(before[block].Decision.NewStatus, after[block].Decision.NewStatus));
        Assert.Equal(DecisionAction.Hold, after[Noon].Decision.Action);
        Assert.Equal(DecisionAction.Stop, after[Noon + 1].Decision.Action);
    }

    [Fact]
    public void Blocked_air_ends_in_a_safety_stop_and_not_in_an_incident()
    {
        (SimulatedRun run, List<(Decision Decision, LoadBlock Load)> blocks) =
            SimulatedHouse.Live(SomeSeries.Of(SomeSeries.Sun(1, 6_000)), FaultPlan.None.With(HouseFaults.AirBlocked, Noon, 4));
        Assert.Equal(1, run.SafetyStops);
        Assert.Equal(0, run.Total().ThermalIncidents);
        Assert.Contains(blocks, block => block.Decision.Reason.Code == "R3_OVER_TEMPERATURE" && block.Decision.Action == DecisionAction.Stop);
    }

    [Fact]
    public void A_hung_miner_is_stopped_as_silent()
    {
        (SimulatedRun run, List<(Decision Decision, LoadBlock Load)> blocks) =
            SimulatedHouse.Live(SomeSeries.Of(SomeSeries.Sun(1, 6_000)), FaultPlan.None.With(HouseFaults.MinerHung, Noon, 3));
        Assert.Equal("R3_SILENT", blocks[Noon + 1].Decision.Reason.Code);
        Assert.Equal(DecisionAction.Stop, blocks[Noon + 1].Decision.Action);
        Assert.Equal(1, run.SafetyStops);
    }

    [Fact]
    public void A_miner_that_does_not_hear_its_stop_is_told_again_in_every_block()
    {
        double[] pvW = SomeSeries.Sun(1, 6_000);
        Array.Fill(pvW, 0, Noon, pvW.Length - Noon);
        (_, List<(Decision Decision, LoadBlock Load)> blocks) =
            SimulatedHouse.Live(SomeSeries.Of(pvW), FaultPlan.None.With(HouseFaults.LoadDeaf, Noon, 4));
        Assert.All(blocks[(Noon + 1)..(Noon + 5)], block => Assert.Equal(DecisionAction.Stop, block.Decision.Action));
        Assert.True(blocks[Noon + 3].Load.Level > 0);
        Assert.Equal(0, blocks[Noon + 4].Load.Level);
    }

    [Theory]
    [InlineData(HouseFaults.GridGone)]
    [InlineData(HouseFaults.PvGone)]
    [InlineData(HouseFaults.BatteryGone)]
    [InlineData(HouseFaults.TemperatureGone)]
    [InlineData(HouseFaults.PriceGone)]
    public void Without_an_instrument_nothing_starts(HouseFaults fault)
    {
        (SimulatedRun run, _) = SimulatedHouse.Live(SomeSeries.Of(SomeSeries.Sun(1, 6_000)), FaultPlan.None.With(fault, 0, Block.PerDay));
        Assert.Equal(0, run.Total().Starts);
    }

    [Fact]
    public void The_same_seed_gives_the_same_house_and_another_one_other_faults()
    {
        HouseSeries series = SomeSeries.Of(SomeSeries.Sun(60, 5_000));
        FaultPlan first = FaultPlan.Drawn(1, HouseFaults.AirBlocked | HouseFaults.PvGone, series.Count);
        FaultPlan again = FaultPlan.Drawn(1, HouseFaults.AirBlocked | HouseFaults.PvGone, series.Count);
        FaultPlan other = FaultPlan.Drawn(2, HouseFaults.AirBlocked | HouseFaults.PvGone, series.Count);
        Assert.Equal(All(first), All(again));
        Assert.NotEqual(All(first), All(other));

        Assert.Equal(Decided(first), Decided(again));
        Assert.NotEqual(Decided(first), Decided(other));

        HouseFaults[] All(FaultPlan plan) => [.. Enumerable.Range(0, series.Count).Select(block => plan[block])];
        LoadStatus[] Decided(FaultPlan plan) => [.. SimulatedHouse.Live(series, plan).Blocks.Select(block => block.Decision.NewStatus)];
    }

    [Fact]
    public void Two_loads_share_the_surplus_by_priority_and_have_no_optimum()
    {
        SiteProfile shipped = SimulatedHouse.Shipped.Configuration.Site;
        LoadProfile rod = new() { Id = "rod", Kind = LoadKind.Heater, LevelsW = [2_000], Temperature = TemperatureSensing.None, Heartbeat = false };
        var configuration = SimulatedHouse.Shipped.Configuration with { Site = shipped with { Loads = [shipped.Loads[0], rod], HeatCostCtKwh = 12 } };
        HouseSimulator simulator = new(configuration, SomeSeries.Of(SomeSeries.Sun(2, 6_000)));
        List<(Decision Miner, Decision Rod)> decisions = [];
        simulator.Run(SimulatedHouse.Shipped.Engine, new() { Seen = (_, pilot) => decisions.Add((pilot.Decisions[0], pilot.Decisions[1])) });

        (Decision miner, Decision second) = decisions.First(pair => pair.Miner.NewStatus.Level == 3);
        Assert.Equal(miner.Situation.SurplusW - 1_650, second.Situation.SurplusW);
        Assert.NotNull(second.Situation.State.HeatTempC);
        Assert.Null(simulator.RunOptimum());
    }

    [Fact]
    public void Every_decision_can_be_explained_when_it_is_asked_for()
    {
        HouseSimulator simulator = new(SimulatedHouse.Shipped.Configuration, SomeSeries.Of(SomeSeries.Sun(3, 5_000)));
        SimulatedRun run = simulator.Run(SimulatedHouse.Shipped.Engine, new() { Describes = true });
        Assert.Equal(new Coverage(3 * Block.PerDay, 3 * Block.PerDay, 3 * Block.PerDay), run.Coverage);
        Assert.Null(simulator.Run(SimulatedHouse.Shipped.Engine).Coverage);
    }
}
