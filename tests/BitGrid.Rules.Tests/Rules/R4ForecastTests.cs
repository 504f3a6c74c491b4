using BitGrid.Rules.R4Forecast;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Rules;

public sealed class R4ForecastTests
{
    [Fact]
    public void Starts_ahead_from_the_forecast_limit_on_and_holds_below_the_margin() =>
        Table()
            .When("just below the limit", Expecting(1199.9)).Abstains("R4_UNDECIDED")
            .When("at the limit", Expecting(1200)).Starts("R4_START")
                .Because("forecast_blocks 3 >= 3", "forecast_confidence 0.9 >= 0.7", "forecast_surplus_kw 1.2 < 0.9", "forecast_surplus_kw 1.2 >= 1.2")
            .When("just above the limit", Expecting(1200.1)).Starts("R4_START")
            .When("at the end of the margin", Expecting(900)).Abstains("R4_UNDECIDED")
            .When("below the margin", Expecting(899.9)).Holds("R4_POOR_FORECAST")
            .When("nothing to come", Expecting(-3000)).Holds("R4_POOR_FORECAST")
            .Verify();

    [Fact]
    public void Heeds_only_a_sure_forecast() =>
        Table()
            .When("just below", Expecting(3000, confidence: 0.69)).Abstains("R4_NO_FORECAST")
            .When("at the limit", Expecting(3000, confidence: 0.7)).Starts("R4_START")
            .When("certain", Expecting(3000, confidence: 1)).Starts("R4_START")
            .When("a poor but unsure one", Expecting(0, confidence: 0.5)).Abstains("R4_NO_FORECAST")
            .When("of unknown confidence", Expecting(3000, confidence: null)).Abstains("R4_NO_FORECAST")
                .Because("forecast_blocks 3 >= 3", "forecast_confidence ? >= 0.7")
            .Verify();

    [Fact]
    public void Averages_exactly_its_horizon() =>
        Table()
            .When("none", Some.State(forecastConfidence: 1)).Abstains("R4_NO_FORECAST")
            .When("one block short", Some.State(forecastSurplusW: [3000, 3000], forecastConfidence: 1)).Abstains("R4_NO_FORECAST")
            .When("a mean just enough", Some.State(forecastSurplusW: [0, 600, 3000], forecastConfidence: 1)).Starts("R4_START")
            .When("what comes later does not count", Some.State(forecastSurplusW: [0, 0, 0, 9000, 9000], forecastConfidence: 1)).Holds("R4_POOR_FORECAST")
            .Verify();

    [Fact]
    public void Says_nothing_about_a_running_load() =>
        Table()
            .When("poor", Expecting(0), status: Some.Running()).Abstains("R4_RUNNING")
            .When("good", Expecting(3000), status: Some.Running()).Abstains("R4_RUNNING")
            .Verify();

    [Fact]
    public void Without_a_margin_there_is_no_undecided_forecast() =>
        RuleScenario.For(new R4ForecastRule(new R4Options { HorizonBlocks = 1, MarginKw = 0 }))
            .When("just below", Some.State(forecastSurplusW: [1199.9], forecastConfidence: 1)).Holds("R4_POOR_FORECAST")
            .When("at the limit", Some.State(forecastSurplusW: [1200], forecastConfidence: 1)).Starts("R4_START")
            .Verify();

    static EnergyState Expecting(double surplusW, double? confidence = 0.9) =>
        Some.State(forecastSurplusW: [surplusW, surplusW, surplusW], forecastConfidence: confidence);

    static RuleScenario Table() => RuleScenario.For(new R4ForecastRule(new R4Options()));
}
