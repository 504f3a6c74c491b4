namespace BitGrid.Host.Simulation.Series;

/// <summary>What a column of a series can mean.</summary>
internal enum SeriesValue
{
    /// <summary>PV production, W.</summary>
    Pv,

    /// <summary>Load of the house without the flexible loads, W.</summary>
    HouseLoad,

    /// <summary>Price to buy, ct/kWh.</summary>
    Price,

    /// <summary>Tariff for selling, ct/kWh.</summary>
    FeedIn,

    /// <summary>Earnings of 1 TH/s in a day, sats.</summary>
    Hashprice,

    /// <summary>Price of one bitcoin, EUR.</summary>
    BtcPrice,

    /// <summary>PV production that was expected for this time, W.</summary>
    PvForecast,

    /// <summary>Surplus that was expected for this time, W; or a list of the blocks to come, the next one first.</summary>
    SurplusForecast,

    /// <summary>Confidence in the forecast, 0 to 1.</summary>
    ForecastConfidence,
}
