using System.Globalization;

namespace BitGrid.Host.Reports.Charts;

/// <summary>An axis of time in UTC, with marks at full hours, days, or first days of months.</summary>
/// <param name="from">Its beginning.</param>
/// <param name="to">Its end.</param>
internal sealed class TimeAxis(DateTimeOffset from, DateTimeOffset to) : IAxis
{
    const int MostMarks = 12;
    static readonly int[] HourSteps = [1, 2, 3, 6, 12];
    static readonly int[] DaySteps = [1, 2, 7, 14];
    static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60];

    /// <inheritdoc/>
    public string Title => "";

    /// <inheritdoc/>
    public IEnumerable<Tick> Ticks
    {
        get
        {
            double hours = (to - from).TotalHours;
            if (HourSteps.FirstOrDefault(step => hours / step <= MostMarks) is > 0 and int hourStep)
                return Marks(from.Date, time => time.AddHours(hourStep), time => time.TimeOfDay == TimeSpan.Zero ? "d MMM" : "HH:mm");
            if (DaySteps.FirstOrDefault(step => hours / 24 / step <= MostMarks) is > 0 and int dayStep)
                return Marks(from.Date, time => time.AddDays(dayStep), _ => "d MMM");
            int monthStep = MonthSteps.FirstOrDefault(step => hours / 24 / 31 / step <= MostMarks, MonthSteps[^1]);
            return Marks(new DateTime(from.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc), time => time.AddMonths(monthStep), _ => "MMM yyyy");
        }
    }

    /// <summary>Place of an instant: 0 at the beginning of the axis, 1 at its end.</summary>
    public double At(DateTimeOffset time) => to == from ? 0 : (time - from) / (to - from);

    IEnumerable<Tick> Marks(DateTime first, Func<DateTime, DateTime> next, Func<DateTime, string> format)
    {
        for (DateTime time = first; time <= to.UtcDateTime; time = next(time))
        {
            if (time >= from.UtcDateTime)
                yield return new(At(new DateTimeOffset(time, TimeSpan.Zero)), time.ToString(format(time), CultureInfo.InvariantCulture));
        }
    }
}
