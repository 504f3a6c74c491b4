using BitGrid.Policies;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Policies;

public sealed class PathValuesTests
{
    static readonly SiteProfile Heated = Some.Site(
        [Some.Load(efficiencyJTh: 20), Some.Load("heater", LoadKind.Heater)], heatLimitC: 60, heatCostCtKwh: 12);

    // 1 kWh is 3.6 MJ; at 20 J/TH that is 180 000 TH. 80 sats per TH/s and day are 80/86 400 sats per TH: 166.667 sats/kWh.
    // At 60 000 EUR a sat is 0.06 ct, so 166.667 sats are 10 ct.
    [Fact]
    public void A_mined_kWh_is_worth_its_sats()
    {
        PathValues values = new PolicyContext(Some.Situation(Some.State(hashpriceSatsThsDay: 80, btcPriceEur: 60_000), site: Heated)).Values;

        Assert.Equal(166.666667, values.SatsPerKwh!.Value, 6);
        Assert.Equal(10, values.HodlCtKwh!.Value, 9);
    }

    [Fact]
    public void A_value_with_an_unknown_part_is_unknown() =>
        Table(new PolicyOptions())
            .When("all known", Some.State(feedInCtKwh: 8)).Values(8, 12, 10)
            .When("no hash price", Some.State(hashpriceSatsThsDay: null)).Values(8, 12, null)
            .When("no bitcoin price", Some.State(btcPriceEur: null)).Values(8, 12, null)
            .When("no tariff", Some.State(feedInCtKwh: null)).Values(null, 12, 10)
            .Verify();

    [Fact]
    public void A_load_of_unknown_efficiency_has_an_unknown_yield() =>
        PolicyScenario.For(new HodlFirstPolicy(new PolicyOptions()), load: Some.Load(efficiencyJTh: null))
            .When("a good moment").Values(8, null, null)
            .Verify();

    [Fact]
    public void The_fixed_tariff_stands_in_only_where_a_state_brings_none() =>
        PolicyScenario.For(new HodlFirstPolicy(new PolicyOptions()), Some.Site(feedInCtKwh: 7.5))
            .When("brought", Some.State(feedInCtKwh: -1)).Values(-1, null, 10)
            .When("not brought", Some.State(feedInCtKwh: null)).Values(7.5, null, 10)
            .Verify();

    [Fact]
    public void Heat_is_worth_nothing_once_the_buffer_is_at_its_limit() =>
        Table(new PolicyOptions())
            .When("just below", Some.State(heatTempC: 59.9)).Values(8, 12, 10)
            .When("at the limit", Some.State(heatTempC: 60)).Values(8, 0, 10)
            .When("above", Some.State(heatTempC: 60.1)).Values(8, 0, 10)
            .When("unknown", Some.State(heatTempC: null)).Values(8, 12, 10)
            .Verify();

    [Fact]
    public void Preference_and_recovered_heat_raise_the_value_of_mining() =>
        Table(new PolicyOptions { HodlPreference = 1.5, HeatRecovery = 0.5 })
            .When("heat is wanted", Some.State(heatTempC: 50)).Values(8, 12, (10 * 1.5) + (12 * 0.5))
            .When("the buffer is full", Some.State(heatTempC: 60)).Values(8, 0, 10 * 1.5)
            .When("the yield is unknown", Some.State(btcPriceEur: null)).Values(8, 12, null)
            .Verify();

    static PolicyScenario Table(PolicyOptions options) => PolicyScenario.For(new HodlFirstPolicy(options), Heated);
}
