namespace BitGrid.Simulation;

/// <summary>Something the family does with an appliance at about the same time of day.</summary>
/// <param name="Hour">Usual start, hour of local time.</param>
/// <param name="SpreadH">Standard deviation of the start, hours.</param>
/// <param name="Workday">Probability on a workday.</param>
/// <param name="Weekend">Probability on Saturday and on Sunday.</param>
/// <param name="Run">The appliance's course.</param>
public sealed record Habit(double Hour, double SpreadH, double Workday, double Weekend, params Stage[] Run)
{
    /// <summary>Draws whether and when it happens on a day, and adds its power to the minutes of the month.</summary>
    public void AddTo(double[] minutesW, DateTimeOffset start, DateOnly date, Chance chance)
    {
        bool weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        bool happens = chance.Happens(weekend ? Weekend : Workday);
        double hour = Hour + (SpreadH * chance.Normal());
        double strength = chance.Between(0.92, 1.08);
        if (!happens)
            return;

        int minute = (int)(CentralEuropeanTime.At(date, hour) - start).TotalMinutes;
        foreach (var stage in Run)
        {
            int end = minute + stage.Minutes;
            for (; minute < end; minute++)
            {
                if (minute >= 0 && minute < minutesW.Length)
                    minutesW[minute] += stage.PowerW * strength;
            }
        }
    }
}
