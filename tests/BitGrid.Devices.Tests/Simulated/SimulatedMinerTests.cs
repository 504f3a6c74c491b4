using BitGrid.Devices.Simulated;

namespace BitGrid.Devices.Tests.Simulated;

public sealed class SimulatedMinerTests
{
    static readonly DateTimeOffset Noon = new(2025, 6, 8, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_boots_for_a_minute_and_proves_its_work_only_then()
    {
        await using RunningHouse house = new(Noon);
        house.Say("miner/set", "2");
        await house.GoOnAsync(TimeSpan.FromSeconds(50));
        Assert.Equal("booting", State(house));
        Assert.Equal(0, house["miner/hashrate_ths"]);
        Assert.True(house["miner/heartbeat_age_s"] > 3600);
        Assert.InRange(house["miner/power_w"], 100, 200);

        await house.GoOnAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("hashing", State(house));
        Assert.InRange(house["miner/power_w"], 1_250, 1_350);
        Assert.InRange(house["miner/hashrate_ths"], 66, 75);
        Assert.InRange(house["miner/heartbeat_age_s"], 0, 60);
        Assert.True(house["miner/shares"] > 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task It_heats_up_towards_a_balance_and_cools_down_when_it_is_off(int level)
    {
        await using RunningHouse house = new(Noon);
        double coldC = house["miner/temp_c"];
        house.Say("miner/set", level.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await house.GoOnAsync(TimeSpan.FromMinutes(10));
        Assert.InRange(house["miner/temp_c"], coldC + 15, 80);
        await house.GoOnAsync(TimeSpan.FromMinutes(50));
        double warmC = house["miner/temp_c"];
        Assert.InRange(warmC, 50, 80);

        house.Say("miner/set", "OFF");
        await house.GoOnAsync(TimeSpan.FromMinutes(30));
        Assert.Equal("off", State(house));
        Assert.Equal(0, house["miner/hashrate_ths"]);
        Assert.InRange(house["miner/temp_c"], 15, warmC - 15);
        Assert.InRange(house["miner/heartbeat_age_s"], 1_795, 1_870);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public async Task Made_hot_it_passes_85_degrees_at_any_level_until_it_is_stopped(string level)
    {
        await using RunningHouse house = new(Noon);
        house.Say("miner/set", level);
        house.Say("sim/fault", """{"miner":"hot"}""");
        await house.GoOnAsync(TimeSpan.FromHours(1));
        Assert.InRange(house["miner/temp_c"], 85.5, 95);

        house.Say("miner/set", "0");
        await house.GoOnAsync(TimeSpan.FromMinutes(30));
        Assert.True(house["miner/temp_c"] < 75);
    }

    [Fact]
    public async Task Made_deaf_it_ignores_every_command_until_it_is_well_again()
    {
        await using RunningHouse house = new(Noon);
        house.Say("miner/set", "3");
        await house.GoOnAsync(TimeSpan.FromMinutes(2));
        house.Say("sim/fault", """{"miner":"deaf"}""");
        house.Say("miner/set", "OFF");
        await house.GoOnAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("hashing", State(house));

        house.Say("sim/fault", """{"miner":"normal"}""");
        house.Say("miner/set", "OFF");
        await house.GoOnAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("off", State(house));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData(" 3 ", 3)]
    [InlineData("on", 3)]
    [InlineData("""{"level":2,"id":"c-7"}""", 2)]
    [InlineData("4", 0)]
    [InlineData("-1", 0)]
    [InlineData("1.5", 0)]
    [InlineData("99999999999999999999", 0)]
    [InlineData("""{"level":9}""", 0)]
    [InlineData("""{"level":"2"}""", 0)]
    [InlineData("""{"level":1e9}""", 0)]
    [InlineData("{", 0)]
    [InlineData("", 0)]
    [InlineData("start\0", 0)]
    public async Task It_obeys_what_it_understands_and_nothing_else(string command, int level)
    {
        await using RunningHouse house = new(Noon);
        house.Say("miner/set", command);
        await house.GoOnAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(level, (int)house["miner/state"]);
    }

    [Fact]
    public async Task An_order_that_the_broker_kept_does_not_start_it()
    {
        await using RunningHouse house = new(Noon);
        house.Bus.Say("house/miner/set", "3", retain: true);
        house.Say("miner/set", "0");
        await house.LoseConnectionAsync();

        Assert.Equal("off", State(house));
    }

    static string? State(RunningHouse house) => house.Text("miner/activity");
}
