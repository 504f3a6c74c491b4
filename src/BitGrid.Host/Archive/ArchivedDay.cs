namespace BitGrid.Host.Archive;

/// <summary>A day in the archive.</summary>
/// <param name="Day">The day, counted from 1970-01-01 (<see cref="Block.Day"/>).</param>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">Size of the file.</param>
internal readonly record struct ArchivedDay(long Day, string Path, long Bytes)
{
    /// <summary>The day as a date.</summary>
    public DateOnly Date => DateOf(Day);

    /// <summary>A day as a date.</summary>
    public static DateOnly DateOf(long day) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(day));
}
