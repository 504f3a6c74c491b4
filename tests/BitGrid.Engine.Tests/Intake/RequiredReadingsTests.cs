using BitGrid.Engine.Intake;
using static BitGrid.Engine.Tests.Intake.IntakeScenario;

namespace BitGrid.Engine.Tests.Intake;

public sealed class RequiredReadingsTests
{
    static SiteProfile WithoutBattery => Site with { HasBattery = false };

    static SiteProfile WithoutMeter => Site with { HasHouseMeter = false };

    [Fact]
    public void All_required_readings_make_a_good_state()
    {
        EnergyState state = Accept(Complete(SummerNoon)).Row.State;

        Assert.Equal(DataQuality.Ok, state.Quality);
        Assert.Empty(state.Missing);
        Assert.Equal(100, state.SurplusW);
    }

    [Theory]
    [InlineData(Reading.PvPowerW)]
    [InlineData(Reading.HouseLoadW)]
    [InlineData(Reading.GridPowerW)]
    [InlineData(Reading.BatterySocPct)]
    public void A_required_reading_that_is_missing_degrades_the_state(Reading reading)
    {
        EnergyState state = Accept(With(reading, null)).Row.State;

        Assert.Equal(DataQuality.Degraded, state.Quality);
        Assert.Equal([ReadingNames.NameOf(reading)], state.Missing.ToArray());
    }

    [Theory]
    [InlineData(Reading.BatteryPowerW)]
    [InlineData(Reading.PriceCtKwh)]
    [InlineData(Reading.MinerTempC)]
    public void Other_readings_may_be_missing(Reading reading) =>
        Assert.Equal(DataQuality.Ok, Accept(With(reading, null)).Row.State.Quality);

    [Fact]
    public void A_house_without_a_battery_needs_no_state_of_charge() =>
        Assert.Equal(DataQuality.Ok, Accept(With(Reading.BatterySocPct, null), WithoutBattery).Row.State.Quality);

    [Fact]
    public void A_block_without_readings_is_invalid_and_names_all_that_is_missing()
    {
        EnergyState state = Accept(new RawRow { Block = SummerNoon }).Row.State;

        Assert.Equal(DataQuality.Invalid, state.Quality);
        Assert.Equal(["battery_soc_pct", "grid_power_w", "house_load_w", "pv_power_w"], state.Missing.ToArray());
    }

    [Theory]
    [InlineData(Reading.PvPowerW)]
    [InlineData(Reading.HouseLoadW)]
    public void With_neither_surplus_nor_grid_power_a_state_is_invalid(Reading halfOfSurplus)
    {
        RawRow raw = With(Reading.GridPowerW, null);
        raw[halfOfSurplus] = null;

        Assert.Equal(DataQuality.Invalid, Accept(raw).Row.State.Quality);
    }

    [Fact]
    public void Quality_attested_elsewhere_can_only_lower_it()
    {
        RawRow good = Complete(SummerNoon);
        good.Quality = DataQuality.Degraded;
        RawRow bad = new() { Block = SummerNoon, Quality = DataQuality.Ok };

        Assert.Equal(DataQuality.Degraded, Accept(good).Row.State.Quality);
        Assert.Equal(DataQuality.Invalid, Accept(bad).Row.State.Quality);
    }

    [Fact]
    public void A_stale_reading_is_not_used_and_counts_as_stale_instead_of_missing()
    {
        RawRow raw = Complete(SummerNoon);
        raw.Stale = ["pv_power_w"];

        EnergyState state = Accept(raw).Row.State;

        Assert.Null(state.PvPowerW);
        Assert.Equal(["pv_power_w"], state.Stale.ToArray());
        Assert.Empty(state.Missing);
        Assert.Equal(DataQuality.Degraded, state.Quality);
    }

    [Theory]
    [InlineData(3000, -1000, -500, 1200, 300)]
    [InlineData(3000, -1000, -500, 1500, 0)]
    [InlineData(3000, -1000, -500, 1600, 0)]
    [InlineData(0, 700, 200, 0, 900)]
    public void Without_a_house_meter_the_load_of_the_house_is_what_the_balance_leaves(
        double pvW, double gridW, double batteryW, double minerW, double houseW)
    {
        RawRow raw = With(Reading.HouseLoadW, null);
        (raw[Reading.PvPowerW], raw[Reading.GridPowerW], raw[Reading.BatteryPowerW], raw[Reading.MinerPowerW]) = (pvW, gridW, batteryW, minerW);

        EnergyState state = Accept(raw, WithoutMeter).Row.State;

        Assert.Equal(houseW, state.HouseLoadW);
        Assert.Equal(DataQuality.Ok, state.Quality);
    }

    [Fact]
    public void With_a_house_meter_that_fails_nothing_is_derived() =>
        Assert.Null(Accept(With(Reading.HouseLoadW, null)).Row.State.HouseLoadW);

    [Fact]
    public void A_recorded_load_of_the_house_is_preferred_to_a_derived_one() =>
        Assert.Equal(300, Accept(Complete(SummerNoon), WithoutMeter).Row.State.HouseLoadW);

    [Fact]
    public void All_loads_of_the_block_are_taken_out_of_the_balance()
    {
        RawRow first = With(Reading.HouseLoadW, null);
        (first[Reading.PvPowerW], first[Reading.GridPowerW], first[Reading.MinerPowerW], first.LoadId) = (5000, 0, 1000, "miner");
        RawRow second = new() { Block = SummerNoon, LoadId = "heater" };
        second[Reading.MinerPowerW] = 2500;

        var (rows, _) = Accept([first, second], WithoutMeter);

        Assert.Equal(1500, rows[0].State.HouseLoadW);
        Assert.Same(rows[0].State, rows[1].State);
        Assert.Equal(["miner", "heater"], rows.Select(row => row.LoadId));
    }

    [Fact]
    public void A_running_load_that_does_not_tell_its_power_leaves_the_house_unknown()
    {
        RawRow raw = With(Reading.HouseLoadW, null);
        raw.Recorded = new(Running: true, Level: 1, BlocksSinceChange: 5);

        EnergyState state = Accept(raw, WithoutMeter).Row.State;

        Assert.Null(state.HouseLoadW);
        Assert.Equal(["house_load_w", "miner_power_w"], state.Missing.ToArray());
    }

    [Fact]
    public void A_battery_that_does_not_tell_its_power_leaves_the_house_unknown()
    {
        RawRow raw = With(Reading.HouseLoadW, null);
        raw[Reading.BatteryPowerW] = null;

        Assert.Equal(["battery_power_w", "house_load_w"], Accept(raw, WithoutMeter).Row.State.Missing.ToArray());
        Assert.Equal(300, Accept(raw, WithoutMeter with { HasBattery = false }).Row.State.HouseLoadW);
    }

    [Fact]
    public void A_good_block_costs_no_more_memory_than_its_rows()
    {
        StateIntake intake = new(Site);
        RawRow[] block = [With(Reading.MinerTempC, 60)];
        List<BitGrid.Engine.Replay.ReplayRow> rows = new(1);
        List<Correction> notes = [];
        void Once()
        {
            rows.Clear();
            intake.Accept(block, rows, notes);
        }

        Once();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Once();
        long perBlock = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;

        // A state, the readings of a load, the row of both, and the list of loads.
        Assert.InRange(perBlock, 1, 700);
    }
}
