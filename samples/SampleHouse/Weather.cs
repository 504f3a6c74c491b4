namespace BitGrid.Samples.SampleHouse;

/// <summary>What sky and air did in one block.</summary>
/// <param name="WindowStart">Start of the block, UTC.</param>
/// <param name="PvW">Mean AC power of the roof, W.</param>
/// <param name="AirC">Mean air temperature, °C.</param>
/// <param name="ForecastError">Relative error of a PV forecast one hour ahead in such weather.</param>
/// <param name="Brightness">How sunny the type of day is, 0 to 1; moves the market price.</param>
internal readonly record struct Weather(
    DateTimeOffset WindowStart, double PvW, double AirC, double ForecastError, double Brightness)
{
    /// <summary>Simulates the weather in minutes and averages it over blocks.</summary>
    public static Weather[] Simulate(ulong seed, DateTimeOffset start, int blocks)
    {
        var days = DayWeather.DrawDays(seed, (blocks / 144) + 2);
        var clouds = new Clouds(seed);
        var air = new Air();
        return [.. Enumerable.Range(0, blocks).Select(i => Block(start.AddMinutes(10 * i), start, days, clouds, air))];
    }

    private static Weather Block(DateTimeOffset windowStart, DateTimeOffset start, DayType[] days, Clouds clouds, Air air)
    {
        double pvW = 0;
        double airC = 0;
        var local = CentralEuropeanTime.From(windowStart);
        var type = days[(local.Date - CentralEuropeanTime.From(start).Date).Days];
        var weather = DayWeather.At(type, local.TimeOfDay.TotalHours);
        for (int minute = 0; minute < 10; minute++)
        {
            var time = windowStart.AddMinutes(minute + 0.5);
            var sun = new Sun(time);
            double nowC = air.Step(time, weather);
            pvW += Roof.PowerW(sun, clouds.Step(weather) * ClearSky.GlobalWm2(sun), nowC) / 10;
            airC += nowC / 10;
        }

        return new(windowStart, pvW, airC, weather.ForecastError, 1 - (weather.Cover * (1 - weather.Transmission)));
    }
}
