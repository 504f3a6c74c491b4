namespace BitGrid.Simulation;

/// <summary>Air temperature: the season, the warmth of the day's weather (which arrives over half a day), and the daily wave.</summary>
public sealed class Air
{
    const double MinutesToFollow = 12 * 60;
    double? _meanC;
    double _swingK = 5;

    /// <summary>Goes one minute on and tells the temperature in °C.</summary>
    public double Step(DateTimeOffset utc, DayWeather weather)
    {
        double targetC = SeasonC(utc) + weather.WarmthK;
        double meanC = _meanC ?? targetC;
        meanC += (targetC - meanC) / MinutesToFollow;
        _meanC = meanC;
        _swingK += (weather.SwingK - _swingK) / MinutesToFollow;
        return meanC + (_swingK * Math.Cos(2 * Math.PI * (CentralEuropeanTime.HourOf(utc) - 16) / 24));
    }

    /// <summary>The cellar follows the air at a distance, °C.</summary>
    /// <param name="airC">Temperature outside, °C.</param>
    public static double CellarC(double airC) => 20 + (0.25 * (airC - 16));

    /// <summary>Mean temperature of the day of the year: 0 °C in mid January, 19 °C in mid July.</summary>
    static double SeasonC(DateTimeOffset utc) => 9.5 + (9.5 * Math.Cos(2 * Math.PI * (utc.DayOfYear - 198) / 365));
}
