using BitGrid.Policies;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Policies;

public sealed class PrecedenceTests
{
    static readonly LoadProfile Miner = Some.Load();
    static readonly LoadProfile Heater = Some.Load("heater", LoadKind.Heater, levelsW: [2000]);
    static readonly SiteProfile Both = Some.Site([Miner, Heater], heatLimitC: 60, heatCostCtKwh: 12);
    static readonly EnergyState Full = Some.State(heatTempC: 60);

    [Fact]
    public void Export_first_sells_unless_selling_costs() =>
        PolicyScenario.For(new ExportFirstPolicy(new PolicyOptions()), Both)
            .When("a tariff", Some.State(feedInCtKwh: 8)).Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
                .Rejects(EnergyPath.Heat, "PATH_LATER").Rejects(EnergyPath.Hodl, "PATH_LATER")
            .When("for nothing", Some.State(feedInCtKwh: 0)).Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .When("unknown", Some.State(feedInCtKwh: null)).Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .When("it costs", Some.State(feedInCtKwh: -0.1)).Prefers(EnergyPath.Heat, "PATH_PREFERRED", level: 0)
                .Rejects(EnergyPath.Export, "PATH_EXPORT_COSTS")
            .When("it costs and the buffer is full", Some.State(feedInCtKwh: -0.1, heatTempC: 60)).Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
                .Rejects(EnergyPath.Heat, "PATH_HEAT_FULL")
            .Verify();

    [Fact]
    public void Heat_first_heats_until_the_buffer_is_full_and_then_mines() =>
        PolicyScenario.For(new HeatFirstPolicy(new PolicyOptions()), Both)
            .When("heat is wanted").Prefers(EnergyPath.Heat, "PATH_PREFERRED", level: 0).Rejects(EnergyPath.Hodl, "PATH_LATER")
            .When("full", Full).Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3).Rejects(EnergyPath.Heat, "PATH_HEAT_FULL")
            .Verify();

    [Fact]
    public void Heat_first_runs_the_heater_until_the_buffer_is_full() =>
        PolicyScenario.For(new HeatFirstPolicy(new PolicyOptions()), Both, Heater)
            .When("heat is wanted").Prefers(EnergyPath.Heat, "PATH_PREFERRED", level: 1)
            .When("full", Full).Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 0)
            .Verify();

    [Fact]
    public void Hodl_first_mines() =>
        PolicyScenario.For(new HodlFirstPolicy(new PolicyOptions()), Both)
            .When("a good moment").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
                .Rejects(EnergyPath.Export, "PATH_LATER").Rejects(EnergyPath.Heat, "PATH_LATER")
            .When("nothing known about its yield", Some.State(btcPriceEur: null)).Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .Verify();

    [Fact]
    public void A_path_that_no_load_serves_is_not_there()
    {
        PolicyScenario.For(new HeatFirstPolicy(new PolicyOptions()), Some.Site([Miner], heatCostCtKwh: 12))
            .When("no heater").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3).Rejects(EnergyPath.Heat, "PATH_NOT_THERE")
            .Verify();
        PolicyScenario.For(new HodlFirstPolicy(new PolicyOptions()), Some.Site([Heater], heatLimitC: 60))
            .When("no miner").Prefers(EnergyPath.Heat, "PATH_PREFERRED", level: 1).Rejects(EnergyPath.Hodl, "PATH_NOT_THERE")
            .When("no miner, full", Full).Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .Verify();
    }

    [Fact]
    public void When_no_path_can_be_taken_the_surplus_is_exported_even_at_a_cost() =>
        PolicyScenario.For(new HodlFirstPolicy(new PolicyOptions()), Some.Site([Heater], heatLimitC: 60))
            .When("it costs", Some.State(feedInCtKwh: -5, heatTempC: 60)).Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0)
            .Verify();
}
