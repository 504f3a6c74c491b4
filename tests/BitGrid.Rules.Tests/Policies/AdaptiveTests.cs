using BitGrid.Policies;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Policies;

/// <summary>Mining is worth 10 ct/kWh in all rows unless a row says otherwise.</summary>
public sealed class AdaptiveTests
{
    static readonly LoadProfile Miner = Some.Load();
    static readonly SiteProfile Both = Some.Site([Miner, Some.Load("heater", LoadKind.Heater)], heatLimitC: 60, heatCostCtKwh: 12);
    static readonly SiteProfile OnlyMiner = Some.Site([Miner], heatCostCtKwh: 12);

    [Fact]
    public void Takes_the_path_that_is_worth_the_most() =>
        PolicyScenario.For(new AdaptivePolicy(new AdaptiveOptions()), Both)
            .When("heat is worth the most").Prefers(EnergyPath.Heat, "PATH_WORTH_MOST", level: 0)
                .Rejects(EnergyPath.Export, "PATH_WORTH_LESS").Rejects(EnergyPath.Hodl, "PATH_WORTH_LESS")
            .When("the buffer is full", Some.State(heatTempC: 60)).Prefers(EnergyPath.Hodl, "PATH_WORTH_MOST", level: 3)
                .Rejects(EnergyPath.Heat, "PATH_HEAT_FULL")
            .When("a high tariff", Some.State(feedInCtKwh: 12.1)).Prefers(EnergyPath.Export, "PATH_WORTH_MOST", level: 0)
            .When("selling costs, the rest is unknown", Some.State(feedInCtKwh: -3, heatTempC: 60, btcPriceEur: null))
                .Prefers(EnergyPath.Export, "PATH_WORTH_MOST", level: 0)
            .Verify();

    [Fact]
    public void Between_equals_selling_wins() =>
        PolicyScenario.For(new AdaptivePolicy(new AdaptiveOptions { HeatRecovery = 0.5 }), OnlyMiner)
            .When("both 16", Some.State(feedInCtKwh: 16)).Prefers(EnergyPath.Export, "PATH_WORTH_MOST", level: 0)
            .When("mining a little more", Some.State(feedInCtKwh: 15.9)).Prefers(EnergyPath.Hodl, "PATH_WORTH_MOST", level: 3)
            .Verify();

    [Fact]
    public void With_nothing_known_the_surplus_is_sold() =>
        PolicyScenario.For(new AdaptivePolicy(new AdaptiveOptions()), OnlyMiner)
            .When("nothing known", Some.State(feedInCtKwh: null, btcPriceEur: null)).Prefers(EnergyPath.Export, "PATH_VALUE_UNKNOWN", level: 0)
                .Rejects(EnergyPath.Hodl, "PATH_VALUE_UNKNOWN")
            .When("only mining known", Some.State(feedInCtKwh: null)).Prefers(EnergyPath.Hodl, "PATH_WORTH_MOST", level: 3)
                .Rejects(EnergyPath.Export, "PATH_VALUE_UNKNOWN")
            .Verify();

    [Fact]
    public void A_running_load_keeps_its_path_within_the_switching_margin() =>
        PolicyScenario.For(new AdaptivePolicy(new AdaptiveOptions { SwitchingMarginCtKwh = 1, HeatRecovery = 0.5 }), OnlyMiner)
            .When("better by less than the margin", Some.State(feedInCtKwh: 16.9), Some.Running(3)).Prefers(EnergyPath.Hodl, "PATH_KEPT", level: 3)
            .When("better by the margin", Some.State(feedInCtKwh: 17), Some.Running(3)).Prefers(EnergyPath.Hodl, "PATH_KEPT", level: 3)
            .When("better by more", Some.State(feedInCtKwh: 17.1), Some.Running(3)).Prefers(EnergyPath.Export, "PATH_WORTH_MOST", level: 0)
            .When("off: no margin", Some.State(feedInCtKwh: 16.9)).Prefers(EnergyPath.Export, "PATH_WORTH_MOST", level: 0)
            .Verify();

    [Fact]
    public void A_path_whose_value_became_unknown_is_not_kept() =>
        PolicyScenario.For(new AdaptivePolicy(new AdaptiveOptions { SwitchingMarginCtKwh = 100 }), OnlyMiner)
            .When("running, yield unknown", Some.State(btcPriceEur: null), Some.Running(3)).Prefers(EnergyPath.Export, "PATH_WORTH_MOST", level: 0)
            .Verify();
}
