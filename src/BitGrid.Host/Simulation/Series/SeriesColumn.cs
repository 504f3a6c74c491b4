namespace BitGrid.Host.Simulation.Series;

/// <summary>A column of a series: what it means, and what its unit is in the domain's.</summary>
/// <param name="Name">Name in the first line of the file.</param>
/// <param name="Value">What it means.</param>
/// <param name="Scale">Factor from its unit to the domain's.</param>
internal sealed record SeriesColumn(string Name, SeriesValue Value, double Scale = 1)
{
    /// <summary>Columns of time: the beginning of what a row speaks for.</summary>
    public const string UtcStart = "utc_start";
    public const string WindowStart = "window_start";
    public const string LocalStart = "local_start";

    /// <summary>Every column that is read. Of two with the same meaning in one file the first in this list counts.</summary>
    public static IReadOnlyList<SeriesColumn> All { get; } =
    [
        new("pv_power_w", SeriesValue.Pv),
        new("pv_w", SeriesValue.Pv),
        new("house_load_w", SeriesValue.HouseLoad),
        new("load_w", SeriesValue.HouseLoad),
        new("price_ct_kwh", SeriesValue.Price),
        new("price_eur_mwh", SeriesValue.Price, 0.1),
        new("feed_in_ct_kwh", SeriesValue.FeedIn),
        new("hashprice_sats_ths_day", SeriesValue.Hashprice),
        new("btc_price_eur", SeriesValue.BtcPrice),
        new("pv_forecast_w", SeriesValue.PvForecast),
        new("forecast_surplus_w", SeriesValue.SurplusForecast),
        new("forecast_confidence", SeriesValue.ForecastConfidence),
    ];

    /// <summary>Names of all columns of time and of values, for messages.</summary>
    public static string Names { get; } = $"{UtcStart}, {WindowStart} or {LocalStart}, and any of {string.Join(", ", All.Select(column => column.Name))}";
}
