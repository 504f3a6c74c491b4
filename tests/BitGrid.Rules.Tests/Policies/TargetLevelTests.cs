using BitGrid.Policies;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Policies;

public sealed class TargetLevelTests
{
    static readonly LoadProfile Load = Some.Load(levelsW: [800, 1200, 1600], levelHysteresisW: 100);

    [Theory]
    [InlineData(null, 1)]
    [InlineData(-500.0, 1)]
    [InlineData(0.0, 1)]
    [InlineData(1199.9, 1)]
    [InlineData(1200.0, 2)]
    [InlineData(1599.9, 2)]
    [InlineData(1600.0, 3)]
    [InlineData(9000.0, 3)]
    public void A_load_that_is_off_would_start_at_the_highest_level_the_surplus_carries(double? surplusW, int level) =>
        Check(surplusW, LoadStatus.Off, level);

    [Theory]
    [InlineData(1200.0, 1, 1)]
    [InlineData(1299.9, 1, 1)]
    [InlineData(1300.0, 1, 2)]
    [InlineData(1699.9, 1, 2)]
    [InlineData(1700.0, 1, 3)]
    [InlineData(1199.9, 2, 1)]
    [InlineData(1200.0, 2, 2)]
    [InlineData(1699.9, 2, 2)]
    [InlineData(1700.0, 2, 3)]
    [InlineData(1600.0, 3, 3)]
    [InlineData(1599.9, 3, 2)]
    [InlineData(100.0, 3, 1)]
    public void A_running_load_steps_up_only_beyond_the_hysteresis_and_down_at_once(double surplusW, int level, int expected) =>
        Check(surplusW, Some.Running(level), expected);

    [Theory]
    [InlineData(5.0, 3)]
    [InlineData(5.1, 1)]
    [InlineData(-20.0, 3)]
    [InlineData(null, 1)]
    public void At_a_cheap_price_the_highest_level_is_taken(double? priceCtKwh, int level) =>
        PolicyScenario.For(new HodlFirstPolicy(new PolicyOptions { CheapGridCtKwh = 5 }), load: Load)
            .When("little surplus", Some.State(surplusW: 800, priceCtKwh: priceCtKwh)).Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level)
            .Verify();

    [Fact]
    public void Quiet_hours_limit_the_level_even_at_a_cheap_price()
    {
        QuietHours evening = new() { FromH = 20, ToH = 22, MaxLevel = 2 };
        QuietHours night = new() { FromH = 21, ToH = 6, MaxLevel = 0 };
        PolicyScenario.For(new HodlFirstPolicy(new PolicyOptions { CheapGridCtKwh = 50, QuietHours = [evening, night] }), load: Load)
            .At(new(2024, 6, 21, 19, 50, 0, TimeSpan.Zero))
            .When("19:50").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3)
            .When("20:00, quieter").Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 2)
            .At(new(2024, 6, 21, 21, 0, 0, TimeSpan.Zero))
            .When("21:00, the stricter of two").Prefers(EnergyPath.Export, "PATH_PREFERRED", level: 0).Rejects(EnergyPath.Hodl, "PATH_QUIET_HOURS")
            .Verify();
    }

    static void Check(double? surplusW, LoadStatus status, int level) =>
        PolicyScenario.For(new HodlFirstPolicy(new PolicyOptions()), load: Load)
            .When("a block", Some.State(surplusW), status).Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level)
            .Verify();
}
