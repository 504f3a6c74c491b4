using System.Globalization;
using BitGrid.Host.Reports.Charts;

namespace BitGrid.Host.Tests.Reports;

public sealed class TimeAxisTests
{
    [Theory]
    [InlineData("2025-06-01T00:00", "2025-06-01T06:00", "1 Jun|01:00|02:00|03:00|04:00|05:00|06:00")]
    [InlineData("2025-06-01T22:30", "2025-06-02T20:00", "2 Jun|02:00|04:00|06:00|08:00|10:00|12:00|14:00|16:00|18:00|20:00")]
    [InlineData("2025-06-01T00:00", "2025-06-10T00:00", "1 Jun|2 Jun|3 Jun|4 Jun|5 Jun|6 Jun|7 Jun|8 Jun|9 Jun|10 Jun")]
    [InlineData("2025-06-01T00:00", "2025-07-01T00:00", "1 Jun|8 Jun|15 Jun|22 Jun|29 Jun")]
    [InlineData("2024-01-15T00:00", "2025-01-10T00:00", "Feb 2024|Mar 2024|Apr 2024|May 2024|Jun 2024|Jul 2024|Aug 2024|Sep 2024|Oct 2024|Nov 2024|Dec 2024|Jan 2025")]
    [InlineData("2025-06-01T00:00", "2025-06-01T00:00", "1 Jun")]
    public void Marks_are_full_hours_days_or_months(string from, string to, string marks) =>
        Assert.Equal(marks, string.Join('|', new TimeAxis(Utc(from), Utc(to)).Ticks.Select(tick => tick.Label)));

    static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
