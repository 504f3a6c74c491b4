namespace BitGrid.Simulation;

/// <summary>
/// What happens to a house on one day (UTC) whatever it does itself: sky, household, prices and forecast. A day depends on
/// seed and date only, so a house that is started at noon lives through the same afternoon as one that ran since dawn.
/// </summary>
public sealed class HouseDay
{
    const int Blocks = 144;

    readonly Weather[] _weather;
    readonly double[] _loadW;
    readonly double[] _priceCtKwh;
    readonly (int[] SurplusW, double Confidence)[] _forecast;
    readonly (double SatsThsDay, double BtcEur)[] _mining;

    /// <summary>Simulates the day.</summary>
    /// <param name="seed">Decides every chance; below 2³².</param>
    /// <param name="plant">Where the house stands and what is on its roof.</param>
    /// <param name="date">The day, UTC.</param>
    public HouseDay(uint seed, Plant plant, DateOnly date)
    {
        Date = date;
        ulong ofDay = ((ulong)seed << 24) ^ (ulong)date.DayNumber;
        DateTimeOffset start = new(date, TimeOnly.MinValue, TimeSpan.Zero);
        // The chain of day types begins anew each year. The clock of the house is ahead of UTC: the evening belongs to the next day.
        ReadOnlyMemory<DayType> types = DayWeather.DrawDays(((ulong)seed << 24) ^ (ulong)date.Year, date.DayOfYear + 2).AsMemory(date.DayOfYear - 1);
        _weather = Weather.Simulate(ofDay, plant, start, Blocks + Simulation.Forecast.Lookahead, types);
        _loadW = HouseLoad.Simulate(ofDay, start, Blocks);
        _priceCtKwh = Prices.Simulate(ofDay, plant, _weather);
        Forecast forecast = new(ofDay, _weather, plant.InverterLimitW);
        _forecast = [.. Enumerable.Range(0, Blocks).Select(forecast.Next)];
        _mining = [.. Earnings(new(ofDay))];
    }

    /// <summary>The day, UTC.</summary>
    public DateOnly Date { get; }

    /// <summary>AC power of the roof, W.</summary>
    /// <param name="utc">An instant of the day.</param>
    public double PvW(DateTimeOffset utc) => _weather[BlockOf(utc)].MinutesPvW[utc.Minute % 10];

    /// <summary>Load of the household, W.</summary>
    /// <param name="utc">An instant of the day.</param>
    public double LoadW(DateTimeOffset utc) => _loadW[(int)utc.TimeOfDay.TotalMinutes];

    /// <summary>Temperature of the air, °C.</summary>
    /// <param name="utc">An instant of the day.</param>
    public double AirC(DateTimeOffset utc) => _weather[BlockOf(utc)].AirC;

    /// <summary>Price to buy, ct/kWh.</summary>
    /// <param name="utc">An instant of the day.</param>
    public double PriceCtKwh(DateTimeOffset utc) => _priceCtKwh[BlockOf(utc)];

    /// <summary>What mining earns, sat per TH/s and day, and the price of one bitcoin, EUR.</summary>
    /// <param name="utc">An instant of the day.</param>
    public (double SatsThsDay, double BtcEur) Mining(DateTimeOffset utc) => _mining[BlockOf(utc)];

    /// <summary>Surplus expected in the blocks after this one, W, and the confidence in it, 0 to 1.</summary>
    /// <param name="utc">An instant of the day.</param>
    public (IReadOnlyList<int> SurplusW, double Confidence) Forecast(DateTimeOffset utc) => _forecast[BlockOf(utc)];

    static int BlockOf(DateTimeOffset utc) => (int)(utc.TimeOfDay.TotalMinutes / 10);

    static IEnumerable<(double SatsThsDay, double BtcEur)> Earnings(Mining mining)
    {
        for (int block = 0; block < Blocks; block++)
        {
            mining.Step();
            yield return (mining.HashpriceSatsThsDay, mining.BtcPriceEur);
        }
    }
}
