namespace BitGrid.Simulation;

/// <summary>
/// The smooth part of the household's load: what many small uses add up to. Its humps (morning, noon, evening; later
/// and flatter at the weekend) follow the known form of the German standard profile H0, by own bells and not by its table.
/// </summary>
public static class LoadShape
{
    /// <summary>Always on: network, standby, freezer, ventilation, W.</summary>
    public const double BaseW = 135;

    /// <summary>Mean of everything that <see cref="Habits"/> and fridge add over a day, W: what a forecast expects of them.</summary>
    public const double AppliancesMeanW = 190;

    /// <summary>Power of people being at home and awake, W, on top of <see cref="BaseW"/>.</summary>
    public static double ActivityW(DateTimeOffset utc)
    {
        double hour = CentralEuropeanTime.HourOf(utc);
        return CentralEuropeanTime.IsWeekend(utc)
            ? (180 * Bump.At(hour, 9.2, 1.6)) + (170 * Bump.At(hour, 12.8, 1.8)) + (290 * Bump.At(hour, 20, 2.3))
            : (170 * Bump.At(hour, 7, 0.9)) + (90 * Bump.At(hour, 12.6, 1.5)) + (310 * Bump.At(hour, 19.8, 2.1));
    }
}
