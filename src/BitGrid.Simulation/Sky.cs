namespace BitGrid.Simulation;

/// <summary>Sun, clouds and air over a house, minute by minute.</summary>
/// <param name="seed">Decides every chance.</param>
/// <param name="plant">Where the house stands and what is on its roof.</param>
public sealed class Sky(ulong seed, Plant plant)
{
    readonly Clouds _clouds = new(seed);
    readonly Air _air = new();
    readonly Roof _roof = new(plant);

    /// <summary>Goes one minute on.</summary>
    /// <param name="utc">The middle of the minute.</param>
    /// <param name="weather">The weather of the day.</param>
    /// <returns>AC power of the roof, W, and temperature of the air, °C.</returns>
    public (double PvW, double AirC) Step(DateTimeOffset utc, DayWeather weather)
    {
        Sun sun = new(utc, plant);
        double airC = _air.Step(utc, weather);
        return (_roof.PowerW(sun, _clouds.Step(weather) * ClearSky.GlobalWm2(sun), airC), airC);
    }
}
