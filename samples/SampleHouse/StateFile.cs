using System.Globalization;

namespace BitGrid.Samples.SampleHouse;

/// <summary>Writes rows as the CSV of a state file: comma, decimal point, LF, empty where a reading is missing.</summary>
internal static class StateFile
{
    private const string Header =
        "window_start,pv_power_w,house_load_w,grid_power_w,battery_power_w,battery_soc_pct,"
        + "miner_power_w,miner_temp_c,miner_hashrate_ths,miner_heartbeat_age_s,heat_temp_c,heat_power_w,"
        + "price_ct_kwh,feed_in_ct_kwh,hashprice_sats_ths_day,btc_price_eur,"
        + "forecast_surplus_w,forecast_confidence,running,level,blocks_since_change";

    /// <summary>Writes header and rows.</summary>
    public static void Write(TextWriter writer, IEnumerable<Row> rows)
    {
        writer.Write(Header + "\n");
        foreach (var row in rows)
            writer.Write(Line(row) + "\n");
    }

    private static string Line(Row row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.WindowStart:yyyy-MM-dd'T'HH:mm:ss'Z'},{row.PvPowerW},{row.HouseLoadW},{row.GridPowerW},{row.BatteryPowerW},{row.BatterySocPct:0.0},")
        + string.Create(CultureInfo.InvariantCulture,
        $"{row.MinerPowerW},{row.MinerTempC:0.0},{row.MinerHashrateThs:0.0},{row.MinerHeartbeatAgeS},{row.HeatTempC:0.0},{row.HeatPowerW},")
        + string.Create(CultureInfo.InvariantCulture,
        $"{row.PriceCtKwh:0.00},{row.FeedInCtKwh:0.00},{row.HashpriceSatsThsDay:0.00},{row.BtcPriceEur:0},")
        + string.Create(CultureInfo.InvariantCulture,
        $"{Joined(row.ForecastSurplusW)},{row.ForecastConfidence:0.00},{(row.Running ? "true" : "false")},{row.Level},{row.BlocksSinceChange}");

    private static string Joined(IEnumerable<int> values) =>
        string.Join('|', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
