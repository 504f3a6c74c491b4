using System.Globalization;
using BitGrid.Devices.Simulated;

namespace BitGrid.Devices.Tests.Simulated;

public sealed class SimulatedHouseTests
{
    static readonly DateTimeOffset Dawn = new(2025, 6, 8, 3, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Noon = new(2025, 6, 8, 11, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Midnight = new(2025, 6, 8, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_day_closes_its_balance_in_every_step_and_is_lived_through_in_seconds()
    {
        await using RunningHouse house = new(Midnight, new() { HeaterPowerW = 2_000, PublishS = 60 });
        house.Say("heater/set", "ON");
        int steps = 0;
        await house.GoOnAsync(TimeSpan.FromDays(1), afterEach: () =>
        {
            house.Say("miner/set", (steps++ / 60 % 4).ToString(CultureInfo.InvariantCulture));
            Assert.Equal(
                house["grid/power_w"],
                house["load/power_w"] + house["miner/power_w"] + house["heater/power_w"] - house["battery/power_w"] - house["pv/power_w"]);
            Assert.InRange(house["battery/soc_pct"], 0, 100);
        });

        Assert.Equal(1440, steps);
    }

    [Fact]
    public async Task The_same_seed_and_the_same_commands_give_the_same_readings()
    {
        Assert.Equal(await Afternoon(seed: 7), await Afternoon(seed: 7));
        Assert.NotEqual(await Afternoon(seed: 7), await Afternoon(seed: 8));

        static async Task<string[]> Afternoon(int seed)
        {
            await using RunningHouse house = new(Noon, new() { Seed = seed });
            await house.GoOnAsync(TimeSpan.FromMinutes(10));
            house.Say("miner/set", "2");
            await house.GoOnAsync(TimeSpan.FromMinutes(10));
            return house.Said;
        }
    }

    [Fact]
    public async Task A_clock_that_jumps_leads_to_the_same_place_as_one_that_ticks()
    {
        await using RunningHouse ticking = new(Noon);
        await using RunningHouse jumping = new(Noon);
        ticking.Say("miner/set", "3");
        jumping.Say("miner/set", "3");
        await ticking.GoOnAsync(TimeSpan.FromMinutes(30));
        await jumping.GoOnAsync(TimeSpan.FromMinutes(30), step: TimeSpan.FromMinutes(5));

        Assert.Equal(ticking.Said[^16..], jumping.Said[^16..]);
        Assert.True(ticking.Said.Length > 20 * jumping.Said.Length);
    }

    [Fact]
    public async Task A_house_started_at_noon_has_the_noon_of_one_that_ran_since_dawn()
    {
        await using RunningHouse early = new(Dawn, new() { PublishS = 60 });
        await using RunningHouse late = new(Noon, new() { PublishS = 60 });
        await early.GoOnAsync(Noon - Dawn, step: TimeSpan.FromHours(1));

        Assert.True(late["pv/power_w"] > 500);
        Assert.All(new[] { "pv/power_w", "load/power_w", "price/ct_kwh", "forecast" }, topic => Assert.Equal(late.Text(topic), early.Text(topic)));
    }

    [Fact]
    public async Task At_night_there_is_no_sun_and_the_battery_carries_the_house()
    {
        await using RunningHouse house = new(Midnight);
        double socPct = house["battery/soc_pct"];
        await house.GoOnAsync(TimeSpan.FromHours(1), afterEach: () => Assert.Equal(0, house["pv/power_w"]));

        Assert.True(house["battery/power_w"] > 0);
        Assert.True(house["battery/soc_pct"] < socPct);
    }

    [Fact]
    public async Task By_day_the_surplus_charges_the_battery()
    {
        await using RunningHouse house = new(Noon, new() { MinerLevelsW = [] });
        double socPct = house["battery/soc_pct"];
        await house.GoOnAsync(TimeSpan.FromHours(1));

        Assert.True(house["pv/power_w"] > 1_000);
        Assert.True(house["battery/soc_pct"] > socPct + 3);
        Assert.True(house["battery/power_w"] < 0);
    }

    [Fact]
    public async Task A_meter_flickers_even_while_the_inverter_is_at_its_limit()
    {
        await using RunningHouse house = new(Noon.AddHours(1));
        HashSet<double> seenW = [];
        await house.GoOnAsync(TimeSpan.FromMinutes(30), afterEach: () => seenW.Add(house["pv/power_w"]));

        Assert.All(seenW, powerW => Assert.InRange(powerW, 7_700, 7_980));
        Assert.True(seenW.Count > 20);
    }

    [Fact]
    public async Task Summer_brings_more_than_winter()
    {
        await using RunningHouse summer = new(new(2025, 6, 10, 0, 0, 0, TimeSpan.Zero), new() { PublishS = 60 });
        await using RunningHouse winter = new(new(2025, 12, 10, 0, 0, 0, TimeSpan.Zero), new() { PublishS = 60 });
        double summerW = 0;
        double winterW = 0;
        await summer.GoOnAsync(TimeSpan.FromDays(4), TimeSpan.FromMinutes(30), () => summerW += summer["pv/power_w"]);
        await winter.GoOnAsync(TimeSpan.FromDays(4), TimeSpan.FromMinutes(30), () => winterW += winter["pv/power_w"]);

        Assert.True(winterW > 0);
        Assert.True(summerW > 1.5 * winterW, $"summer {summerW}, winter {winterW}");
    }

    [Fact]
    public async Task The_forecast_is_for_the_blocks_to_come()
    {
        await using RunningHouse house = new(Noon.AddMinutes(3));

        Assert.Equal(Noon.AddMinutes(10), house.Json("forecast").GetProperty("first").GetDateTimeOffset());
        Assert.Equal(6, house.Json("forecast").GetProperty("surplus_w").GetArrayLength());
        Assert.InRange(house.Json("forecast").GetProperty("confidence").GetDouble(), 0.05, 0.99);
    }

    [Fact]
    public async Task A_house_has_only_what_it_is_given()
    {
        await using RunningHouse house = new(Noon, new() { BaseTopic = "farm/barn", BatteryKwh = 0, MinerLevelsW = [] });
        await house.GoOnAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(
            ["btc/eur", "forecast", "grid/power_w", "hashprice/sats_ths_day", "load/power_w", "price/ct_kwh", "pv/power_w"],
            house.Bus.Published.Select(message => message.Topic["farm/barn/".Length..]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(house["grid/power_w"], house["load/power_w"] - house["pv/power_w"]);
    }

    [Fact]
    public async Task The_heating_rod_warms_the_water_and_cuts_by_itself()
    {
        await using RunningHouse house = new(Midnight, new() { HeaterPowerW = 3_000, PublishS = 60 });
        double coldC = house["heater/temp_c"];
        house.Say("heater/set", "1");
        bool hasCut = false;
        await house.GoOnAsync(TimeSpan.FromHours(6), afterEach: () =>
        {
            hasCut |= house["heater/power_w"] == 0 && house["heater/temp_c"] >= 58;
            Assert.InRange(house["heater/temp_c"], coldC - 1, 62.5);
        });

        Assert.True(hasCut);
    }

    [Fact]
    public async Task After_a_lost_connection_the_same_house_goes_on()
    {
        await using RunningHouse house = new(Noon);
        house.Say("miner/set", "3");
        await house.GoOnAsync(TimeSpan.FromHours(1));
        double socPct = house["battery/soc_pct"];
        double tempC = house["miner/temp_c"];
        await house.LoseConnectionAsync();

        Assert.Equal(socPct, house["battery/soc_pct"], tolerance: 1);
        Assert.Equal(tempC, house["miner/temp_c"], tolerance: 3);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(400)]
    public async Task A_clock_that_was_set_is_followed_without_living_through_what_lies_between(int days)
    {
        await using RunningHouse house = new(Noon);
        await house.GoOnAsync(TimeSpan.FromSeconds(10));
        double socPct = house["battery/soc_pct"];
        await house.GoOnAsync(TimeSpan.FromDays(days), step: TimeSpan.FromDays(days));

        Assert.Equal(socPct, house["battery/soc_pct"], tolerance: 0.5);
        Assert.Equal(Noon.AddDays(days).AddMinutes(10), house.Json("forecast").GetProperty("first").GetDateTimeOffset());
    }
}
