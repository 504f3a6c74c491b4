using BitGrid.Simulation;

namespace BitGrid.Samples.SampleHouse.Tests;

public sealed class JuneTests
{
    [Fact]
    public void Blocks_follow_each_other_without_a_gap() =>
        Assert.All(June.Rows.Index(), row => Assert.Equal(new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(10 * row.Index), row.Item.WindowStart));

    [Fact]
    public void The_balance_of_power_closes_in_every_block() =>
        Assert.All(June.Rows, row => Assert.Equal(
            row.PvPowerW + row.GridPowerW + row.BatteryPowerW,
            row.HouseLoadW + row.MinerPowerW + row.HeatPowerW));

    [Fact]
    public void The_battery_stores_what_it_takes_less_its_losses()
    {
        var pairs = June.Rows.Zip(June.Rows.Skip(1));

        Assert.All(pairs, pair =>
        {
            double takenWh = -pair.Second.BatteryPowerW / 6.0;
            double storedWh = (pair.Second.BatterySocPct - pair.First.BatterySocPct) * 100;
            // Half a watt of rounding, when the last step to 100 % is cut, is 0.08 Wh.
            Assert.Equal(takenWh * (takenWh > 0 ? 0.95 : 1 / 0.95), storedWh, tolerance: 0.1);
        });
    }

    [Fact]
    public void State_of_charge_stays_between_0_and_100_and_uses_most_of_it()
    {
        Assert.All(June.Rows, row => Assert.InRange(row.BatterySocPct, 0, 100));
        Assert.True(June.Rows.Min(row => row.BatterySocPct) < 20);
        Assert.True(June.Rows.Max(row => row.BatterySocPct) > 99);
    }

    [Fact]
    public void The_sun_does_not_shine_at_night()
    {
        // Munich in June: sunrise at 03:13 UTC or later, sunset at 19:18 UTC or earlier.
        var night = June.Rows.Where(row => row.WindowStart.TimeOfDay.TotalHours is < 3.1 or >= 19.4);

        Assert.All(night, row => Assert.Equal(0, row.PvPowerW));
    }

    [Fact]
    public void Days_are_as_bright_as_a_june_has_them()
    {
        var kwh = June.Days.Select(day => June.Kwh(day, row => row.PvPowerW)).ToList();

        Assert.All(kwh, day => Assert.InRange(day, 5, 70));
        Assert.True(kwh.Min() < 15);
        Assert.True(kwh.Max() > 60);
        // 110 to 145 kWh per kWp and month.
        Assert.InRange(kwh.Sum(), 1_080, 1_420);
    }

    [Fact]
    public void A_family_of_four_uses_about_10_kWh_a_day()
    {
        Assert.All(June.Days, day => Assert.InRange(June.Kwh(day, row => row.HouseLoadW), 6, 16));
        Assert.InRange(June.Kwh(June.Rows, row => row.HouseLoadW) / 30, 9, 11);
    }

    [Fact]
    public void A_few_noons_are_cheaper_than_the_supplements_alone()
    {
        var days = June.Days.Count(day => day.Any(row => row.PriceCtKwh < Prices.SupplementsCtKwh * Prices.VatFactor));

        Assert.InRange(days, 3, 10);
        Assert.All(June.Rows, row => Assert.InRange(row.PriceCtKwh ?? 20, 8, 45));
    }

    [Fact]
    public void The_recorded_switch_counts_blocks_from_the_change_and_waits_three()
    {
        Assert.All(June.Rows.Zip(June.Rows.Skip(1)), pair =>
        {
            bool changed = pair.First.Running != pair.Second.Running;
            Assert.Equal(changed ? 0 : pair.First.BlocksSinceChange + 1, pair.Second.BlocksSinceChange);
            Assert.True(!changed || pair.First.BlocksSinceChange >= 2);
        });
        Assert.All(June.Rows, row => Assert.Equal(row.Running, row.Level > 0));
    }

    [Fact]
    public void The_forecast_is_the_coming_surplus_with_an_error_that_grows()
    {
        double near = MeanErrorW(1);
        double far = MeanErrorW(Forecast.Horizon);

        Assert.InRange(near, 50, 600);
        Assert.True(far > near, $"{far} W six blocks ahead, {near} W one block ahead");
    }

    private static double MeanErrorW(int ahead) => June.Rows.Zip(June.Rows.Skip(ahead))
        .Where(pair => pair.First.ForecastSurplusW.Count > 0 && pair.Second.PvPowerW > 0)
        .Average(pair => Math.Abs(pair.First.ForecastSurplusW[ahead - 1] - (pair.Second.PvPowerW - pair.Second.HouseLoadW)));
}
