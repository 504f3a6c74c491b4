namespace BitGrid.Simulation;

/// <summary>What sky and air did in one block.</summary>
/// <param name="WindowStart">Start of the block, UTC.</param>
/// <param name="PvW">Mean AC power of the roof, W.</param>
/// <param name="AirC">Mean air temperature, °C.</param>
/// <param name="ForecastError">Relative error of a PV forecast one hour ahead in such weather.</param>
/// <param name="Brightness">How sunny the type of day is, 0 to 1; moves the market price.</param>
public sealed record Weather(DateTimeOffset WindowStart, double PvW, double AirC, double ForecastError, double Brightness)
{
    /// <summary>AC power of the roof in each minute of the block, W.</summary>
    public required IReadOnlyList<double> MinutesPvW { get; init; }

    /// <summary>Simulates the weather in minutes and averages it over blocks.</summary>
    /// <param name="seed">Decides every chance.</param>
    /// <param name="plant">Where the house stands and what is on its roof.</param>
    /// <param name="start">Start of the first block, UTC.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="days">Type of each day on the clock of the house, that of <paramref name="start"/> first.</param>
    public static Weather[] Simulate(ulong seed, Plant plant, DateTimeOffset start, int blocks, ReadOnlyMemory<DayType> days)
    {
        Sky sky = new(seed, plant);
        DateTime firstDay = CentralEuropeanTime.From(start).Date;
        return [.. Enumerable.Range(0, blocks).Select(i => Block(sky, start.AddMinutes(10 * i), days, firstDay))];
    }

    static Weather Block(Sky sky, DateTimeOffset windowStart, ReadOnlyMemory<DayType> days, DateTime firstDay)
    {
        DateTimeOffset local = CentralEuropeanTime.From(windowStart);
        var weather = DayWeather.At(days.Span[(local.Date - firstDay).Days], local.TimeOfDay.TotalHours);
        double[] minutesPvW = new double[10];
        double pvW = 0;
        double airC = 0;
        for (int minute = 0; minute < 10; minute++)
        {
            (minutesPvW[minute], double nowC) = sky.Step(windowStart.AddMinutes(minute + 0.5), weather);
            pvW += minutesPvW[minute] / 10;
            airC += nowC / 10;
        }

        return new(windowStart, pvW, airC, weather.ForecastError, 1 - (weather.Cover * (1 - weather.Transmission))) { MinutesPvW = minutesPvW };
    }
}
