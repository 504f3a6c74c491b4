namespace BitGrid.Simulation;

/// <summary>
/// Local time of the house, by the rule of EU directive 2000/84/EC: UTC+2 from the last Sunday of March to the last
/// Sunday of October, each at 01:00 UTC, else UTC+1. Written out so that no machine's time zone table matters.
/// </summary>
public static class CentralEuropeanTime
{
    /// <summary>The same instant on the clock of the house.</summary>
    public static DateTimeOffset From(DateTimeOffset utc)
    {
        bool summer = utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);
        return utc.ToOffset(TimeSpan.FromHours(summer ? 2 : 1));
    }

    /// <summary>Hour of the day on the clock of the house, with its fraction.</summary>
    public static double HourOf(DateTimeOffset utc) => From(utc).TimeOfDay.TotalHours;

    /// <summary>True on Saturday and Sunday on the clock of the house.</summary>
    public static bool IsWeekend(DateTimeOffset utc) => From(utc).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The instant at which the clock of the house shows an hour of a date.</summary>
    public static DateTimeOffset At(DateOnly date, double hour)
    {
        var noon = new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero);
        var midnight = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
        return midnight.AddHours(hour) - From(noon).Offset;
    }

    static DateTimeOffset LastSunday(int year, int month)
    {
        var last = new DateTimeOffset(year, month, 31, 1, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
