namespace BitGrid.Host.Simulation.Series;

/// <summary>
/// Turns wall-clock times without an offset into instants, row after row. An hour that comes twice in autumn belongs to summer time
/// until the clock is seen to step back; an hour that does not exist in spring has no instant.
/// </summary>
/// <param name="zone">The zone of the clock.</param>
internal sealed class LocalClock(TimeZoneInfo zone)
{
    DateTime _last = DateTime.MinValue;
    bool _stepped;

    /// <summary>The instant of the next row; <see langword="null"/> when the clock never showed it.</summary>
    public DateTimeOffset? Next(DateTime local)
    {
        if (zone.IsInvalidTime(local))
            return null;
        if (!zone.IsAmbiguousTime(local))
            return Found(local, zone.GetUtcOffset(local), stepped: false);
        TimeSpan[] offsets = zone.GetAmbiguousTimeOffsets(local);
        _stepped |= local <= _last;
        return Found(local, _stepped ? offsets.Min() : offsets.Max(), _stepped);
    }

    DateTimeOffset Found(DateTime local, TimeSpan offset, bool stepped)
    {
        (_last, _stepped) = (local, stepped);
        return new(local, offset);
    }
}
