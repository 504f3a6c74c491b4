using BitGrid.Engine.Intake;
using CsCheck;
using static BitGrid.Engine.Tests.Intake.IntakeScenario;

namespace BitGrid.Engine.Tests.Intake;

public sealed class PlausibilityTests
{
    [Theory]
    [InlineData(Reading.BatterySocPct, -0.1, 0)]
    [InlineData(Reading.BatterySocPct, 100.1, 100)]
    [InlineData(Reading.BatterySocPct, 130, 100)]
    [InlineData(Reading.PvPowerW, -0.1, 0)]
    [InlineData(Reading.GridPowerW, 24_000.1, 24_000)]
    [InlineData(Reading.GridPowerW, -24_000.1, -24_000)]
    [InlineData(Reading.ForecastConfidence, -0.1, 0)]
    [InlineData(Reading.ForecastConfidence, 1.1, 1)]
    public void A_value_a_little_outside_is_set_to_the_limit(Reading reading, double value, double limit)
    {
        var (row, notes) = Accept(With(reading, value));

        Assert.Equal(limit, ValueOf(row, reading));
        Assert.Equal(new Correction(SummerNoon, ReadingNames.NameOf(reading), value, CorrectionKind.Clamped, limit), Assert.Single(notes));
    }

    [Theory]
    [InlineData(Reading.PvPowerW, 12_000.1)]
    [InlineData(Reading.HouseLoadW, -0.1)]
    [InlineData(Reading.HeatPowerW, -0.1)]
    [InlineData(Reading.MinerPowerW, -0.1)]
    [InlineData(Reading.MinerHashrateThs, -0.1)]
    [InlineData(Reading.MinerHeartbeatAgeS, -0.1)]
    [InlineData(Reading.HashpriceSatsThsDay, -0.1)]
    [InlineData(Reading.BtcPriceEur, -0.1)]
    public void An_impossible_value_is_missing(Reading reading, double value) => AssertMissing(reading, value, CorrectionKind.Impossible);

    [Theory]
    [InlineData(-273)]
    [InlineData(-273.15)]
    [InlineData(-40.1)]
    [InlineData(-40)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(200.1)]
    [InlineData(999)]
    public void A_temperature_that_is_a_code_is_missing(double celsius)
    {
        AssertMissing(Reading.MinerTempC, celsius, CorrectionKind.Sentinel);
        AssertMissing(Reading.HeatTempC, celsius, CorrectionKind.Sentinel);
    }

    [Fact]
    public void What_is_not_finite_is_missing_whatever_it_measures()
    {
        foreach (Reading reading in Enum.GetValues<Reading>())
        {
            foreach (double value in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
                AssertMissing(reading, value, CorrectionKind.NotFinite);
        }
    }

    [Theory]
    [InlineData(Reading.PvPowerW, 0)]
    [InlineData(Reading.PvPowerW, 12_000)]
    [InlineData(Reading.GridPowerW, 24_000)]
    [InlineData(Reading.GridPowerW, -24_000)]
    [InlineData(Reading.BatterySocPct, 0)]
    [InlineData(Reading.BatterySocPct, 100)]
    [InlineData(Reading.BatteryPowerW, -9000)]
    [InlineData(Reading.MinerTempC, -39.9)]
    [InlineData(Reading.MinerTempC, -0.9)]
    [InlineData(Reading.MinerTempC, 0.1)]
    [InlineData(Reading.MinerTempC, 200)]
    [InlineData(Reading.MinerHeartbeatAgeS, 0)]
    [InlineData(Reading.PriceCtKwh, -50)]
    [InlineData(Reading.FeedInCtKwh, 0)]
    [InlineData(Reading.ForecastConfidence, 0)]
    [InlineData(Reading.ForecastConfidence, 1)]
    public void A_possible_value_is_taken_as_it_is(Reading reading, double value)
    {
        var (row, notes) = Accept(With(reading, value));

        Assert.Equal(value, ValueOf(row, reading));
        Assert.Empty(notes);
    }

    [Fact]
    public void Pv_at_night_is_discarded_above_500_W()
    {
        Assert.Equal(500, Accept(With(Reading.PvPowerW, 500, WinterMidnight)).Row.State.PvPowerW);

        var (row, notes) = Accept(With(Reading.PvPowerW, 500.1, WinterMidnight));
        Assert.Null(row.State.PvPowerW);
        Assert.Equal(CorrectionKind.PvAtNight, Assert.Single(notes).Kind);
    }

    [Fact]
    public void Without_the_position_of_the_site_nobody_knows_when_it_is_night()
    {
        var (row, notes) = Accept(With(Reading.PvPowerW, 5000, WinterMidnight), Site with { LatitudeDeg = null });

        Assert.Equal(5000, row.State.PvPowerW);
        Assert.Empty(notes);
    }

    [Fact]
    public void A_forecast_ends_before_a_value_that_is_no_number()
    {
        RawRow raw = Complete(SummerNoon);
        raw.ForecastSurplusW = [100, 200, double.NaN, 400];

        var (row, notes) = Accept(raw);

        Assert.Equal([100, 200], row.State.ForecastSurplusW.ToArray());
        Assert.Equal("forecast_surplus_w", Assert.Single(notes).Field);
    }

    [Fact]
    public void Whatever_comes_every_number_of_the_state_is_finite_and_within_its_limits() =>
        Gen.Double.Array[ReadingNames.All.Length].Sample(values =>
        {
            RawRow raw = new() { Block = SummerNoon };
            foreach (Reading reading in Enum.GetValues<Reading>())
                raw[reading] = values[(int)reading];

            var (row, _) = Accept(raw);

            Assert.All(Enum.GetValues<Reading>(), reading => Assert.True(ValueOf(row, reading) is not { } value || double.IsFinite(value)));
            Assert.InRange(row.State.BatterySocPct ?? 0, 0, 100);
            Assert.InRange(row.State.PvPowerW ?? 0, 0, 12_000);
            Assert.InRange(row.State.GridPowerW ?? 0, -24_000, 24_000);
            Assert.InRange(row.State.ForecastConfidence ?? 0, 0, 1);
        });

    static void AssertMissing(Reading reading, double value, CorrectionKind kind)
    {
        var (row, notes) = Accept(With(reading, value));

        Assert.Null(ValueOf(row, reading));
        Assert.Equal(new Correction(SummerNoon, ReadingNames.NameOf(reading), value, kind, null), Assert.Single(notes));
    }
}
