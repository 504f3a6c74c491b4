namespace BitGrid.Samples.SampleHouse.Tests;

public sealed class FaultTests
{
    [Fact]
    public void A_fan_fails_on_one_afternoon_and_the_running_chip_passes_85_degrees_for_a_few_blocks()
    {
        var hot = June.Rows.Where(row => row.MinerTempC > 85).ToList();

        Assert.InRange(hot.Count, 3, 6);
        Assert.All(hot, row => Assert.True(row.Running));
        Assert.All(hot, row => Assert.InRange(row.MinerTempC ?? 0, 85, 95));
        AssertOneStretch(hot);
    }

    [Fact]
    public void A_healthy_running_miner_stays_between_50_and_78_degrees() =>
        Assert.All(
            June.Rows.Where(row => row.Running && row.BlocksSinceChange > 0 && row.WindowStart.Day != 21),
            row => Assert.InRange(row.MinerTempC ?? 60, 50, 78));

    [Fact]
    public void A_stopped_miner_cools_to_its_cellar_and_never_tells_a_sentinel() =>
        Assert.All(June.Rows, row => Assert.InRange(row.MinerTempC ?? 20, 15, 95));

    [Fact]
    public void The_temperature_is_missing_for_two_blocks_while_the_miner_runs()
    {
        var missing = June.Rows.Where(row => row.MinerTempC is null).ToList();

        Assert.Equal(2, missing.Count);
        Assert.All(missing, row => Assert.True(row.Running));
        AssertOneStretch(missing);
    }

    [Fact]
    public void The_forecast_is_out_for_half_a_day()
    {
        var missing = June.Rows.Where(row => row.ForecastConfidence is null).ToList();

        Assert.Equal(72, missing.Count);
        Assert.All(June.Rows, row => Assert.Equal(row.ForecastConfidence is null ? 0 : 6, row.ForecastSurplusW.Count));
        AssertOneStretch(missing);
    }

    [Fact]
    public void The_price_is_missing_for_an_hour()
    {
        var missing = June.Rows.Where(row => row.PriceCtKwh is null).ToList();

        Assert.Equal(6, missing.Count);
        AssertOneStretch(missing);
    }

    private static void AssertOneStretch(List<Row> rows) =>
        Assert.Equal(TimeSpan.FromMinutes(10 * (rows.Count - 1)), rows[^1].WindowStart - rows[0].WindowStart);
}
