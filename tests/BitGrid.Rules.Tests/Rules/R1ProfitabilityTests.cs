using BitGrid.Rules.R1Profitability;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Rules;

public sealed class R1ProfitabilityTests
{
    [Fact]
    public void Starts_at_and_above_the_surplus_it_needs() =>
        Table()
            .When("no surplus", Some.State(surplusW: 0)).Abstains("R1_SURPLUS_SHORT")
            .When("just below", Some.State(surplusW: 1499.9)).Abstains("R1_SURPLUS_SHORT")
                .Because("surplus_kw 1.4999 >= 1.5", "price_ct_kwh 15 <= 18")
            .When("at the limit", Some.State(surplusW: 1500)).Starts("R1_START")
                .Because("surplus_kw 1.5 >= 1.5", "price_ct_kwh 15 <= 18")
            .When("just above", Some.State(surplusW: 1500.1)).Starts("R1_START")
            .When("the house needs more than the sun gives", Some.State(surplusW: -4000)).Abstains("R1_SURPLUS_SHORT")
            .Verify();

    [Fact]
    public void Holds_against_a_start_above_the_price_limit() =>
        Table()
            .When("just below", Some.State(priceCtKwh: 17.9)).Starts("R1_START")
            .When("at the limit", Some.State(priceCtKwh: 18)).Starts("R1_START")
            .When("just above", Some.State(priceCtKwh: 18.1)).Holds("R1_PRICE_HIGH")
            .When("negative", Some.State(priceCtKwh: -20)).Starts("R1_START")
            .When("neither surplus nor price", Some.State(surplusW: 0, priceCtKwh: 18.1)).Holds("R1_PRICE_HIGH")
            .Verify();

    [Fact]
    public void Stops_a_running_load_only_below_the_hysteresis_of_the_surplus() =>
        Table()
            .When("short of the start limit", Some.State(surplusW: 1499), status: Some.Running()).Abstains("R1_KEEP")
            .When("at the end of the band", Some.State(surplusW: 1300), status: Some.Running()).Abstains("R1_KEEP")
                .Because("surplus_kw 1.3 >= 1.3", "price_ct_kwh 15 <= 19")
            .When("below the band", Some.State(surplusW: 1299.9), status: Some.Running()).Stops("R1_SURPLUS_LOST")
            .When("off again: the band does not start", Some.State(surplusW: 1400)).Abstains("R1_SURPLUS_SHORT")
            .Verify();

    [Fact]
    public void Stops_a_running_load_only_above_the_hysteresis_of_the_price() =>
        Table()
            .When("above the start limit", Some.State(priceCtKwh: 18.5), status: Some.Running()).Abstains("R1_KEEP")
            .When("at the end of the band", Some.State(priceCtKwh: 19), status: Some.Running()).Abstains("R1_KEEP")
            .When("above the band", Some.State(priceCtKwh: 19.1), status: Some.Running()).Stops("R1_PRICE_LOST")
            .When("off again: the band does not start", Some.State(priceCtKwh: 18.5)).Holds("R1_PRICE_HIGH")
            .When("both lost", Some.State(surplusW: 0, priceCtKwh: 30), status: Some.Running()).Stops("R1_SURPLUS_LOST")
            .Verify();

    [Fact]
    public void Without_a_reading_it_needs_it_holds() =>
        Table()
            .When("no surplus known, off", Some.State(surplusW: null)).Holds("R1_READING_MISSING")
                .Because("surplus_kw ? >= 1.5", "price_ct_kwh 15 <= 18")
            .When("no surplus known, running", Some.State(surplusW: null), status: Some.Running()).Holds("R1_READING_MISSING")
            .When("no price known, off", Some.State(priceCtKwh: null)).Holds("R1_READING_MISSING")
            .When("no price known, running", Some.State(priceCtKwh: null), status: Some.Running()).Holds("R1_READING_MISSING")
            .Verify();

    [Fact]
    public void Without_a_price_limit_it_needs_no_price() =>
        RuleScenario.For(new R1ProfitabilityRule(new R1Options { PriceMaxCtKwh = null }))
            .When("no price known", Some.State(priceCtKwh: null)).Starts("R1_START").Because("surplus_kw 3 >= 1.5")
            .When("a high price", Some.State(priceCtKwh: 400)).Starts("R1_START")
            .When("running at a high price", Some.State(priceCtKwh: 400), status: Some.Running()).Abstains("R1_KEEP")
            .When("no surplus known", Some.State(surplusW: null, priceCtKwh: null)).Holds("R1_READING_MISSING")
            .Verify();

    [Fact]
    public void Without_hysteresis_the_limit_itself_still_keeps_the_load_running() =>
        RuleScenario.For(new R1ProfitabilityRule(new R1Options { SurplusHysteresisKw = 0, PriceHysteresisCtKwh = 0 }))
            .When("at both limits", Some.State(surplusW: 1500, priceCtKwh: 18), status: Some.Running()).Abstains("R1_KEEP")
            .When("just below", Some.State(surplusW: 1499.9, priceCtKwh: 18), status: Some.Running()).Stops("R1_SURPLUS_LOST")
            .When("just above", Some.State(surplusW: 1500, priceCtKwh: 18.1), status: Some.Running()).Stops("R1_PRICE_LOST")
            .Verify();

    [Fact]
    public void The_band_ends_where_people_reckon_it_does() =>
        RuleScenario.For(new R1ProfitabilityRule(new R1Options { SurplusMinKw = 1.1, SurplusHysteresisKw = 0.2, PriceMaxCtKwh = 18.1, PriceHysteresisCtKwh = 0.2 }))
            .When("1.1 - 0.2 and 18.1 + 0.2", Some.State(surplusW: 900, priceCtKwh: 18.3), status: Some.Running()).Abstains("R1_KEEP")
                .Because("surplus_kw 0.9 >= 0.9", "price_ct_kwh 18.3 <= 18.3")
            .Verify();

    [Fact]
    public void Counts_only_what_the_loads_before_leave_over()
    {
        List<Condition> conditions = [];
        Situation second = Some.Situation(Some.State(surplusW: 3000)) with { SurplusW = 1400 };

        Vote vote = new R1ProfitabilityRule(new R1Options()).Evaluate(new RuleContext(second, RuleMemory.Empty, conditions));

        Assert.Equal(VoteKind.Abstain, vote.Kind);
        Assert.Equal(1.4, conditions[0].Actual);
    }

    static RuleScenario Table() => RuleScenario.For(new R1ProfitabilityRule(new R1Options()));
}
