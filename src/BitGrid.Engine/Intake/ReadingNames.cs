using System.Collections.Immutable;

namespace BitGrid.Engine.Intake;

/// <summary>The names of readings in state files and records. Written out, so that renaming a member of the enumeration cannot change a file.</summary>
public static class ReadingNames
{
    /// <summary>Name of the forecast, the only reading that is a series: <c>forecast_surplus_w</c>.</summary>
    public const string ForecastSurplusW = "forecast_surplus_w";

    /// <summary>Every name, in the order of <see cref="Reading"/>.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "pv_power_w",
        "house_load_w",
        "grid_power_w",
        "battery_power_w",
        "battery_soc_pct",
        "heat_temp_c",
        "heat_power_w",
        "price_ct_kwh",
        "feed_in_ct_kwh",
        "hashprice_sats_ths_day",
        "btc_price_eur",
        "forecast_confidence",
        "miner_power_w",
        "miner_temp_c",
        "miner_hashrate_ths",
        "miner_heartbeat_age_s",
    ];

    /// <summary>The name of a reading, such as <c>pv_power_w</c>.</summary>
    public static string NameOf(Reading reading) => All[(int)reading];
}
