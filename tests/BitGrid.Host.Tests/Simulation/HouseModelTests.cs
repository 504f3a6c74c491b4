using BitGrid.Simulation.Houses;
using BitGrid.Simulation.Pilots;

namespace BitGrid.Host.Tests.Simulation;

/// <summary>Miner, heater, battery and grid of a simulated house.</summary>
public sealed class HouseModelTests
{
    [Fact]
    public void What_goes_in_comes_out_in_every_block()
    {
        HouseRun.Live(new(SomeSeries.WithBattery, SomeSeries.Of(SomeSeries.Sun(3, 6_000)), seed: 1), new NaivePilot(), seen: house =>
            Assert.Equal(house.HouseLoadW + house.LoadsW, house.PvW + house.BatteryW + house.GridW, 6));
    }

    [Fact]
    public void A_start_costs_a_minute_of_booting()
    {
        // 0.1 of the block at 140 W, 0.9 at 1,300 W; and of the latter only that hashes.
        Assert.Equal(new(1_184 / 6.0, 1_170 / 6.0), Rounded(SomeSeries.Miner.EnergyOf(2, starts: true)));
        Assert.Equal(new(1_300 / 6.0, 1_300 / 6.0), Rounded(SomeSeries.Miner.EnergyOf(2, starts: false)));
        Assert.Equal(new(11 / 6.0, 0), Rounded(SomeSeries.Miner.EnergyOf(0, starts: false)));

        static LoadEnergy Rounded(LoadEnergy energy) => new(Math.Round(energy.DrawnWh * 6, 6) / 6, Math.Round(energy.UsefulWh * 6, 6) / 6);
    }

    [Fact]
    public void A_miner_heats_up_to_its_balance_and_cools_down_again()
    {
        HouseModel house = House(50);
        Step(house, 40, level: 3, HouseFaults.None);
        double roomC = house.Spec.RoomC(SomeSeries.First.Id);
        Assert.InRange(house.Loads[0].TempC, roomC + 50, roomC + 53); // 18 K + 0.0203 K/W · 1,650 W, ± the sensor
        Step(house, 10, level: 0, HouseFaults.None);
        Assert.InRange(house.Loads[0].TempC, roomC - 1.5, roomC + 3);
    }

    [Fact]
    public void A_dead_fan_makes_it_hot_and_blocked_air_hotter()
    {
        HouseModel fan = House(50);
        Step(fan, 30, level: 3, HouseFaults.FanFailed);
        HouseModel blocked = House(50);
        Step(blocked, 30, level: 1, HouseFaults.AirBlocked);
        Assert.InRange(fan.Loads[0].TempC, 88, 96);
        Assert.True(blocked.Loads[0].TempC > 90);
    }

    [Fact]
    public void A_deaf_miner_goes_on_as_it_was_and_a_hung_one_draws_power_without_work()
    {
        HouseModel house = House(20);
        Step(house, 2, level: 2, HouseFaults.None);
        Step(house, 3, level: 0, HouseFaults.LoadDeaf);
        Assert.Equal(2, house.Loads[0].Level);
        Assert.InRange(house.Loads[0].HeartbeatAgeS, 1, 13);

        Step(house, 2, level: 2, HouseFaults.MinerHung);
        Assert.Equal(1_300, house.Loads[0].PowerW, 6);
        Assert.Equal(0, house.Loads[0].HashrateThs);
        Assert.True(house.Loads[0].HeartbeatAgeS > 1_200);
    }

    [Fact]
    public void The_thermostat_of_the_heater_cuts_when_the_water_is_hot()
    {
        HouseSpec spec = new([new([2_000]) { IsHeater = true, StandbyW = 3 }]) { HeatCostCtKwh = 10 };
        HouseModel house = new(spec, SomeSeries.Of(SomeSeries.Sun(2, 0)), seed: 1);
        double hottestC = 0;
        for (int block = 0; block < 2 * Block.PerDay; block++)
        {
            house.Step([1], HouseFaults.None);
            hottestC = Math.Max(hottestC, house.Loads[0].TempC);
        }

        Assert.Equal(62, hottestC, 6);
        Assert.InRange(house.Loads[0].PowerW, 0, 700); // what is lost and drawn, no more
    }

    [Fact]
    public void What_is_not_known_moves_nothing_and_counts_for_nobody()
    {
        double[] pvW = SomeSeries.Sun(1, 5_000);
        Array.Fill(pvW, double.NaN, 60, 12);
        HouseModel house = new(SomeSeries.WithBattery, SomeSeries.Of(pvW), seed: 1);
        double socPct = double.NaN;
        Ledger day = Assert.Single(HouseRun.Live(house, new AlwaysOnPilot(), seen: seen =>
        {
            Assert.True(seen.Block is <= 60 or >= 72 || seen.SocPct.Equals(socPct));
            socPct = seen.SocPct;
        }));
        Assert.Equal((144, 12), (day.Blocks, day.UnknownBlocks));
        Assert.Equal(((131 * 1_650) + 1_499) / 6.0, day.LoadWh, 6); // the first block boots
    }

    [Fact]
    public void The_account_of_a_year_is_the_sum_of_its_days_however_they_are_cut()
    {
        IReadOnlyList<Ledger> days = HouseRun.Live(new(SomeSeries.WithBattery, SomeSeries.Of(SomeSeries.Sun(6, 5_000)), seed: 1), new NaivePilot());
        Ledger whole = new(days[0].Day);
        foreach (Ledger day in days)
            whole.Add(day);
        Assert.Equal(6, days.Count);
        Assert.Equal(days.Sum(day => day.Blocks), whole.Blocks);
        Assert.Equal(days.Sum(day => day.Sats), whole.Sats, 6);
        Assert.True(whole.Starts == whole.Stops && whole.Starts >= 6);
    }

    [Fact]
    public void Running_hot_for_longer_than_a_block_is_an_incident_once_is_not()
    {
        HouseSeries series = SomeSeries.Of(SomeSeries.Sun(1, 0));
        FaultPlan blocked = FaultPlan.None.With(HouseFaults.AirBlocked, 20, 5);
        Ledger day = Assert.Single(HouseRun.Live(new(SomeSeries.WithoutBattery, series, seed: 1), new AlwaysOnPilot(), blocked));
        int hot = 0;
        HouseRun.Live(new(SomeSeries.WithoutBattery, series, seed: 1), new AlwaysOnPilot(), blocked, house => hot += house.Loads[0].TempC >= 85 ? 1 : 0);
        Assert.True(hot >= 3);
        Assert.Equal(hot - 1, day.ThermalIncidents);
    }

    static HouseModel House(int blocks) => new(SomeSeries.WithoutBattery, SomeSeries.Of(new double[blocks]), seed: 1);

    static void Step(HouseModel house, int blocks, int level, HouseFaults faults)
    {
        for (int i = 0; i < blocks; i++)
            house.Step([level], faults);
    }
}
