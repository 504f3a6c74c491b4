namespace BitGrid.Simulation;

/// <summary>What a type of day means for sky and air. The figures were set by eye until a June looked like one in Upper Bavaria.</summary>
/// <param name="Cover">Mean share of the sky behind cloud, 0 to 1.</param>
/// <param name="CoverDeviation">How far the cover wanders.</param>
/// <param name="Transmission">Share of the clear-sky light that passes a cloud.</param>
/// <param name="WarmthK">Mean air temperature against the season, K.</param>
/// <param name="SwingK">Half the distance between the night's low and the afternoon's high, K.</param>
/// <param name="ForecastError">Relative error of a PV forecast one hour ahead.</param>
public sealed record DayWeather(
    double Cover, double CoverDeviation, double Transmission, double WarmthK, double SwingK, double ForecastError)
{
    static readonly DayWeather Clear = new(0.01, 0.02, 0.80, 3.0, 7.0, 0.04);
    static readonly DayWeather Fair = new(0.12, 0.08, 0.50, 1.5, 6.0, 0.11);
    static readonly DayWeather Broken = new(0.58, 0.20, 0.36, 0.0, 4.5, 0.28);
    static readonly DayWeather Overcast = new(0.96, 0.05, 0.36, -2.5, 3.0, 0.18);
    static readonly DayWeather Rain = new(1.00, 0.03, 0.17, -5.0, 2.0, 0.20);
    static readonly DayWeather Storm = new(0.06, 0.05, 0.55, 5.0, 7.0, 0.16);

    /// <summary>Half an hour before to two hours after this hour of local time a storm day is black.</summary>
    const double StormHour = 16.5;

    /// <summary>Probability of the next day's type (columns, in the order of <see cref="DayType"/>) given today's (rows).</summary>
    static readonly double[][] Next =
    [
        [0.40, 0.30, 0.12, 0.04, 0.00, 0.14],
        [0.20, 0.30, 0.24, 0.12, 0.06, 0.08],
        [0.08, 0.22, 0.30, 0.22, 0.16, 0.02],
        [0.04, 0.14, 0.28, 0.28, 0.26, 0.00],
        [0.02, 0.13, 0.30, 0.27, 0.28, 0.00],
        [0.05, 0.20, 0.30, 0.20, 0.20, 0.05],
    ];

    /// <summary>The weather of a type of day at an hour of local time.</summary>
    public static DayWeather At(DayType type, double hour) => type switch
    {
        DayType.Clear => Clear,
        DayType.Fair => Fair with { Cover = Fair.Cover + (0.25 * Bump.At(hour, 14, 2.5)) },
        DayType.Broken => Broken,
        DayType.Overcast => Overcast,
        DayType.Rain => Rain,
        _ when hour < StormHour - 0.5 => Storm,
        _ when hour < StormHour + 2 => Rain with { WarmthK = Storm.WarmthK - 4, Transmission = 0.11 },
        _ => Broken with { WarmthK = Storm.WarmthK - 4 },
    };

    /// <summary>Draws the type of each day: a Markov chain that begins after a fair day.</summary>
    public static DayType[] DrawDays(ulong seed, int count)
    {
        var chance = new Chance(seed, "days");
        var days = new DayType[count];
        var today = DayType.Fair;
        for (int i = 0; i < count; i++)
            days[i] = today = After(today, chance.Unit());
        return days;
    }

    static DayType After(DayType today, double draw)
    {
        double[] row = Next[(int)today];
        int type = 0;
        while (type < row.Length - 1 && draw >= row[type])
            draw -= row[type++];
        return (DayType)type;
    }
}
