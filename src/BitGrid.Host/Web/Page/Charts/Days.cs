using BitGrid.Host.Recordings;

namespace BitGrid.Host.Web.Page.Charts;

/// <summary>Days of the house's time zone: 23, 24 or 25 hours long.</summary>
internal static class Days
{
    /// <summary>The blocks of a day.</summary>
    public static Period Of(DateOnly day, TimeZoneInfo zone) => new(Midnight(day, zone), Midnight(day.AddDays(1), zone));

    // A midnight that the clock skips is told as the instant it skips to.
    static Block Midnight(DateOnly day, TimeZoneInfo zone)
    {
        DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
        return Block.At(new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)));
    }
}
