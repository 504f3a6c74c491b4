using System.Globalization;

namespace BitGrid.Host.Backup;

/// <summary>When backups are due: once a day at an hour of the house.</summary>
/// <param name="at">Time of day, <c>HH:mm</c>.</param>
/// <param name="zone">Time zone of the house.</param>
internal sealed class BackupSchedule(string at, TimeZoneInfo zone)
{
    readonly TimeOnly _at = TimeOnly.ParseExact(at, "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The last instant, up to now, at which a backup was due.</summary>
    public DateTimeOffset LastDue(DateTimeOffset now)
    {
        DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        DateTimeOffset due = DueOn(today);
        return due <= now ? due : DueOn(today.AddDays(-1));
    }

    // An hour that a clock change leaves out counts as if it had not been left out; of one that comes twice, the second counts.
    DateTimeOffset DueOn(DateOnly day)
    {
        DateTime local = day.ToDateTime(_at);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
