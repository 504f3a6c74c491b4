using BitGrid.Simulation;

namespace BitGrid.Samples.SampleHouse.Tests;

public sealed class ModelTests
{
    [Fact]
    public void SplitMix64_gives_its_published_first_number()
    {
        // The stream's hash is undone, so that the state is 0: the reference gives 0xE220A8397B1DCDAF, of which the upper 53 bits remain.
        var chance = new Chance(0xCBF29CE484222325, "");

        Assert.Equal((0xE220A8397B1DCDAF >> 11) / (double)(1UL << 53), chance.Unit());
    }

    [Fact]
    public void Normal_numbers_have_mean_0_and_deviation_1()
    {
        var chance = new Chance(1, "test");
        double[] numbers = [.. Enumerable.Range(0, 20_000).Select(_ => chance.Normal())];

        Assert.Equal(0, numbers.Average(), tolerance: 0.03);
        Assert.Equal(1, numbers.Average(n => n * n), tolerance: 0.05);
    }

    [Theory]
    [InlineData("2025-03-30T00:59:59Z", 1)]
    [InlineData("2025-03-30T01:00:00Z", 2)]
    [InlineData("2025-10-26T00:59:59Z", 2)]
    [InlineData("2025-10-26T01:00:00Z", 1)]
    public void Summer_time_begins_and_ends_on_the_last_sunday_at_one_utc(string utc, int offsetHours) =>
        Assert.Equal(TimeSpan.FromHours(offsetHours), CentralEuropeanTime.From(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture)).Offset);

    [Theory]
    [InlineData("2025-06-21T11:16:00Z", 65.3)]
    [InlineData("2025-12-21T11:12:00Z", 18.5)]
    [InlineData("2025-03-20T11:21:00Z", 41.9)]
    public void The_noon_sun_stands_90_degrees_less_latitude_plus_declination_high(string utc, double elevationDeg)
    {
        var sun = new Sun(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), Plant.Sample);

        Assert.Equal(elevationDeg, 90 - (Math.Acos(sun.CosZenith) * 180 / Math.PI), tolerance: 0.5);
    }

    [Fact]
    public void Any_season_and_any_length_close_the_balance()
    {
        var rows = House.Simulate(3, new DateOnly(2024, 12, 30), 4);

        Assert.All(rows, row => Assert.Equal(
            row.PvPowerW + row.GridPowerW + row.BatteryPowerW,
            row.HouseLoadW + row.MinerPowerW + row.HeatPowerW));
        Assert.Equal(4 * 144, rows.Count());
    }
}
