namespace BitGrid.Simulation;

/// <summary>A hot water buffer in the cellar of four persons.</summary>
/// <param name="startC">Temperature at the beginning, °C.</param>
public sealed class HotWaterTank(double startC)
{
    /// <summary>Heat that warms its 300 litres by one kelvin, Wh.</summary>
    public const double WhPerK = 300 * 1.163;

    const double LossWPerK = 2.1;
    const double CellarC = 20;

    /// <summary>Hot water of four persons in a day, Wh.</summary>
    const double DailyDrawWh = 5_600;

    /// <summary>Temperature of the water, °C.</summary>
    public double TempC { get; private set; } = startC;

    /// <summary>Heat that is lost through the insulation, Wh.</summary>
    /// <param name="hours">Length of the step, h.</param>
    public double LossWh(double hours) => LossWPerK * (TempC - CellarC) * hours;

    /// <summary>Goes one step on.</summary>
    /// <param name="heatWh">Heat that came in, Wh.</param>
    /// <param name="lostWh">Heat that was lost or drawn, Wh.</param>
    public void Step(double heatWh, double lostWh) => TempC += (heatWh - lostWh) / WhPerK;

    /// <summary>Mean draw, Wh: 45 % in the morning, 12 % at noon, 43 % in the evening. A bell of width w hours has the area w·√(2π).</summary>
    /// <param name="utc">Beginning of the step.</param>
    /// <param name="hours">Length of the step, h.</param>
    public static double DrawWh(DateTimeOffset utc, double hours)
    {
        const double BellArea = 2.5066;
        double hour = CentralEuropeanTime.HourOf(utc);
        double perHour = (0.45 / (0.8 * BellArea) * Bump.At(hour, 7.1, 0.8))
            + (0.12 / (1.0 * BellArea) * Bump.At(hour, 13, 1.0))
            + (0.43 / (1.3 * BellArea) * Bump.At(hour, 20, 1.3));
        return DailyDrawWh * perHour * hours;
    }
}
