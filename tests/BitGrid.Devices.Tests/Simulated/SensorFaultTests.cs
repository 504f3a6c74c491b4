using BitGrid.Devices.Simulated;

namespace BitGrid.Devices.Tests.Simulated;

public sealed class SensorFaultTests
{
    static readonly DateTimeOffset Noon = new(2025, 6, 8, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_silent_sensor_says_nothing_and_the_others_go_on()
    {
        await using RunningHouse house = new(Noon);
        house.Say("sim/fault", """{"sensor":"grid","mode":"silent"}""");
        int before = Count(house, "house/grid/power_w");
        await house.GoOnAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(before, Count(house, "house/grid/power_w"));
        Assert.Equal(31, Count(house, "house/pv/power_w"));

        house.Say("sim/fault", """{"sensor":"grid","mode":"normal"}""");
        await house.GoOnAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(before + 1, Count(house, "house/grid/power_w"));
    }

    [Fact]
    public async Task A_frozen_sensor_repeats_itself_while_the_house_changes()
    {
        await using RunningHouse house = new(Noon);
        house.Say("sim/fault", """{"sensor":"battery","mode":"frozen"}""");
        string? socPct = house.Text("battery/soc_pct");
        await house.GoOnAsync(TimeSpan.FromHours(1), afterEach: () => Assert.Equal(socPct, house.Text("battery/soc_pct")));
        Assert.Equal(361, Count(house, "house/battery/soc_pct"));

        house.Say("sim/fault", """{"sensor":"battery","mode":"normal"}""");
        await house.GoOnAsync(TimeSpan.FromSeconds(10));
        Assert.NotEqual(socPct, house.Text("battery/soc_pct"));
    }

    [Fact]
    public async Task One_of_several_sensors_of_a_device_may_fail_alone()
    {
        await using RunningHouse house = new(Noon);
        house.Say("sim/fault", """{"sensor":"miner/temp_c","mode":"silent"}""");
        await house.GoOnAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, Count(house, "house/miner/temp_c"));
        Assert.Equal(7, Count(house, "house/miner/power_w"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\0\0")]
    [InlineData("""{"sensor":"grid"}""")]
    [InlineData("""{"sensor":"grid","mode":"broken"}""")]
    [InlineData("""{"sensor":"grid","mode":"1"}""")]
    [InlineData("""{"sensor":"grid","mode":""}""")]
    [InlineData("""{"sensor":"roof","mode":"silent"}""")]
    [InlineData("""{"sensor":7,"mode":true}""")]
    [InlineData("""{"miner":{}}""")]
    [InlineData("""{"miner":"asleep"}""")]
    public async Task A_switch_that_is_not_understood_changes_nothing(string payload)
    {
        await using RunningHouse healthy = new(Noon);
        await using RunningHouse house = new(Noon);
        house.Say("sim/fault", payload);
        await healthy.GoOnAsync(TimeSpan.FromMinutes(1));
        await house.GoOnAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(healthy.Said, house.Said.Where(line => !line.StartsWith("house/sim/fault", StringComparison.Ordinal)));
    }

    static int Count(RunningHouse house, string topic) => house.Bus.Published.Count(message => message.Topic == topic);
}
