using BitGrid.Rules.R2Autarky;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Rules;

public sealed class R2AutarkyTests
{
    [Fact]
    public void Stops_at_the_reserve_and_resumes_only_well_above_it() =>
        Table()
            .When("full enough", Some.State(batterySocPct: 60), status: Some.Running()).Abstains("R2_FINE")
            .When("just above the reserve", Some.State(batterySocPct: 35.1), status: Some.Running()).Abstains("R2_FINE")
            .When("at the reserve", Some.State(batterySocPct: 35), status: Some.Running()).Stops("R2_SOC_LOW")
            .When("below it, off", Some.State(batterySocPct: 34.9)).Holds("R2_SOC_LOW")
            .When("in the band on the way up", Some.State(batterySocPct: 40)).Holds("R2_SOC_LOW")
            .When("in the band and running against the rule", Some.State(batterySocPct: 40), status: Some.Running()).Stops("R2_SOC_LOW")
            .When("just below the resume limit", Some.State(batterySocPct: 44.9)).Holds("R2_SOC_LOW")
            .When("at the resume limit", Some.State(batterySocPct: 45)).Abstains("R2_FINE")
            .When("in the band on the way down", Some.State(batterySocPct: 40)).Abstains("R2_FINE")
            .Verify();

    [Theory]
    [InlineData(35, false)]
    [InlineData(40, false)]
    [InlineData(44.9, false)]
    [InlineData(45, true)]
    public void Without_memory_the_band_counts_as_low(double socPct, bool free)
    {
        RuleScenario first = Table().When("the first block ever", Some.State(batterySocPct: socPct));
        (free ? first.Abstains("R2_FINE") : first.Holds("R2_SOC_LOW")).Verify();
    }

    [Fact]
    public void A_missing_charge_changes_nothing_that_is_known() =>
        Table()
            .When("low", Some.State(batterySocPct: 30), status: Some.Running()).Stops("R2_SOC_LOW")
            .When("unknown after low", Some.State(batterySocPct: null)).Holds("R2_SOC_LOW")
                .Because("battery_soc_pct ? >= 45", "grid_power_w -3000 > 500")
            .When("unknown after low, running", Some.State(batterySocPct: null), status: Some.Running()).Stops("R2_SOC_LOW")
            .When("full again", Some.State(batterySocPct: 90)).Abstains("R2_FINE")
            .When("unknown after full", Some.State(batterySocPct: null)).Holds("R2_READING_MISSING")
                .Because("battery_soc_pct ? >= 45", "grid_power_w -3000 > 500")
            .When("unknown after full, running", Some.State(batterySocPct: null), status: Some.Running()).Abstains("R2_FINE")
            .When("in the band: still counts as full", Some.State(batterySocPct: 40)).Abstains("R2_FINE")
            .Verify();

    [Fact]
    public void A_charge_never_known_starts_nothing_and_stops_nothing() =>
        Table()
            .When("off", Some.State(batterySocPct: null)).Holds("R2_READING_MISSING")
            .When("running", Some.State(batterySocPct: null), status: Some.Running()).Abstains("R2_FINE")
            .Verify();

    [Fact]
    public void A_house_without_a_battery_watches_only_the_grid() =>
        RuleScenario.For(new R2AutarkyRule(new R2Options()), Some.Site(hasBattery: false))
            .When("no charge", Some.State(batterySocPct: null)).Abstains("R2_FINE").Because("grid_power_w -3000 > 500")
            .When("a stray charge", Some.State(batterySocPct: 5), status: Some.Running()).Abstains("R2_FINE")
            .When("importing", Some.State(batterySocPct: null, gridPowerW: 501), status: Some.Running()).Stops("R2_GRID_IMPORT")
            .When("no grid reading", Some.State(batterySocPct: null, gridPowerW: null)).Holds("R2_READING_MISSING")
            .Verify();

    [Fact]
    public void Stops_above_the_import_limit_and_holds_while_it_lasts() =>
        Table()
            .When("just below", Some.State(gridPowerW: 499.9), status: Some.Running()).Abstains("R2_FINE")
            .When("at the limit", Some.State(gridPowerW: 500), status: Some.Running()).Abstains("R2_FINE")
            .When("just above", Some.State(gridPowerW: 500.1), status: Some.Running()).Stops("R2_GRID_IMPORT")
            .When("still importing, off", Some.State(gridPowerW: 800)).Holds("R2_GRID_IMPORT")
            .When("over", Some.State(gridPowerW: 0)).Abstains("R2_FINE")
            .Verify();

    [Fact]
    public void Waits_for_the_blocks_it_was_told_to_and_begins_anew_after_a_pause() =>
        Table(new R2Options { GridImportBlocks = 3 })
            .When("first", Importing, status: Some.Running()).Abstains("R2_FINE")
            .When("second", Importing, status: Some.Running()).Abstains("R2_FINE")
            .When("a pause", Some.State(gridPowerW: 500), status: Some.Running()).Abstains("R2_FINE")
            .When("first again", Importing, status: Some.Running()).Abstains("R2_FINE")
            .When("second again", Importing, status: Some.Running()).Abstains("R2_FINE")
            .When("third", Importing, status: Some.Running()).Stops("R2_GRID_IMPORT")
            .When("fourth, off", Importing).Holds("R2_GRID_IMPORT")
            .Verify();

    [Fact]
    public void Blocks_left_out_count_as_import_between_two_imports() =>
        Table(new R2Options { GridImportBlocks = 3 })
            .When("first", Importing, status: Some.Running()).Abstains("R2_FINE")
            .Skip(1)
            .When("third", Importing, status: Some.Running()).Stops("R2_GRID_IMPORT")
            .Verify();

    [Fact]
    public void A_missing_grid_reading_ends_the_count() =>
        Table(new R2Options { GridImportBlocks = 2 })
            .When("first", Importing, status: Some.Running()).Abstains("R2_FINE")
            .When("unknown", Some.State(gridPowerW: null), status: Some.Running()).Abstains("R2_FINE")
            .When("first again", Importing, status: Some.Running()).Abstains("R2_FINE")
            .When("second", Importing, status: Some.Running()).Stops("R2_GRID_IMPORT")
            .Verify();

    [Fact]
    public void A_block_asked_twice_counts_once()
    {
        R2AutarkyRule rule = new(new R2Options { GridImportBlocks = 2 });
        Situation importing = Some.Situation(Importing, status: Some.Running());

        Vote first = rule.Evaluate(new RuleContext(importing, RuleMemory.Empty));
        Vote again = rule.Evaluate(new RuleContext(importing, first.Memory));

        Assert.Equal(VoteKind.Abstain, again.Kind);
        Assert.Equal(first.Memory, again.Memory);
    }

    [Fact]
    public void The_reserve_is_named_before_the_import() =>
        Table()
            .When("both", Some.State(batterySocPct: 20, gridPowerW: 3000), status: Some.Running()).Stops("R2_SOC_LOW")
            .Verify();

    static EnergyState Importing { get; } = Some.State(gridPowerW: 600);

    static RuleScenario Table(R2Options? options = null) => RuleScenario.For(new R2AutarkyRule(options ?? new()));
}
