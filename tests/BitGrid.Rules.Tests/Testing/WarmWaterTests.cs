using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Testing;

public sealed class WarmWaterTests
{
    [Fact]
    public void Nothing_starts_before_the_water_is_warm() =>
        RuleScenario.For(new WarmWaterRule())
            .When("just below", Some.State(heatTempC: 44.9)).Holds("WARM_WATER_COLD").Because("heat_temp_c 44.9 >= 45")
            .When("warm", Some.State(heatTempC: 45)).Abstains("WARM_WATER_WARM")
            .When("cold again, but running", Some.State(heatTempC: 30), status: Some.Running()).Abstains("WARM_WATER_WARM")
            .When("unknown", Some.State(heatTempC: null)).Holds("WARM_WATER_COLD")
            .Verify();
}
