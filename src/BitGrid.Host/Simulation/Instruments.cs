using BitGrid.Engine.Intake;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>What the instruments of a simulated house say at the beginning of a block.</summary>
internal static class Instruments
{
    /// <summary>Reads them.</summary>
    /// <param name="house">The house at the end of the block before.</param>
    /// <param name="load">Index of the load whose readings are wanted beside those of the house.</param>
    /// <param name="block">The block that begins.</param>
    /// <param name="row">Gets the readings.</param>
    public static void Read(HouseModel house, int load, Block block, RawRow row)
    {
        row.Clear();
        row.Block = block;
        ReadHouse(house, row);
        ReadMarket(house, row);
        if (house.Block < 0)
            return;
        ReadLoad(house, house.Loads[load], row);
        for (int i = 0; i < house.Loads.Length; i++)
        {
            if (house.Spec.Loads[i].IsHeater)
                row[Reading.HeatTempC] = house.Loads[i].TempC;
        }
    }

    static void ReadHouse(HouseModel house, RawRow row)
    {
        row[Reading.PvPowerW] = Said(house, house.PvW, HouseFaults.PvGone);
        row[Reading.HouseLoadW] = Said(house, house.HouseLoadW, HouseFaults.HouseLoadGone);
        row[Reading.GridPowerW] = Said(house, house.GridW, HouseFaults.GridGone);
        if (house.Spec.Battery is null)
            return;
        row[Reading.BatteryPowerW] = Said(house, house.BatteryW, HouseFaults.BatteryGone);
        row[Reading.BatterySocPct] = Said(house, house.SocPct, HouseFaults.BatteryGone);
    }

    static void ReadMarket(HouseModel house, RawRow row)
    {
        (HouseSeries series, int now) = (house.Series, house.Block + 1);
        row[Reading.PriceCtKwh] = Said(house, series.PriceCtKwh[now], HouseFaults.PriceGone);
        row[Reading.FeedInCtKwh] = series.FeedInCtKwh[now];
        row[Reading.HashpriceSatsThsDay] = series.HashpriceSatsThsDay[now];
        row[Reading.BtcPriceEur] = series.BtcPriceEur[now];
        row[Reading.ForecastConfidence] = Said(house, series.ForecastConfidence[now], HouseFaults.ForecastGone);
        row.ForecastSurplusW = house.Faults.HasFlag(HouseFaults.ForecastGone) ? [] : series.ForecastSurplusW[now];
    }

    static void ReadLoad(HouseModel house, in LoadBlock load, RawRow row)
    {
        row[Reading.MinerPowerW] = load.PowerW;
        row[Reading.MinerHeartbeatAgeS] = Said(house, load.HeartbeatAgeS, HouseFaults.HeartbeatGone);
        row[Reading.MinerTempC] = Said(house, load.TempC, HouseFaults.TemperatureGone);
        row[Reading.MinerHashrateThs] = load.HashrateThs;
    }

    static double? Said(HouseModel house, double value, HouseFaults silent) => double.IsNaN(value) || house.Faults.HasFlag(silent) ? null : value;
}
