namespace BitGrid;

/// <summary>One ten-minute block of UTC time: the unit in which BitGrid decides.</summary>
/// <param name="Id">Number of the block, <c>floor(unix_seconds / 600)</c>. The default value is the block that begins at 1970-01-01T00:00Z.</param>
public readonly record struct Block(long Id) : IComparable<Block>
{
    /// <summary>Length of a block in seconds: 600.</summary>
    public const int Seconds = 600;

    /// <summary>Length of a block in hours: 1/6. Turns a mean power in W into an energy in Wh.</summary>
    public const double Hours = Seconds / 3600.0;

    /// <summary>Blocks in a UTC day: 144.</summary>
    public const int PerDay = 86_400 / Seconds;

    /// <summary>First instant of the block (inclusive), UTC.</summary>
    public DateTimeOffset WindowStart => DateTimeOffset.FromUnixTimeSeconds(Id * Seconds);

    /// <summary>First instant after the block (exclusive), UTC.</summary>
    public DateTimeOffset WindowEnd => DateTimeOffset.FromUnixTimeSeconds((Id + 1) * Seconds);

    /// <summary>Number of the UTC day the block lies in, counted from 1970-01-01.</summary>
    public long Day => Math.DivRem(Id, PerDay, out long rest) - (rest < 0 ? 1 : 0);

    /// <summary>The block that holds an instant.</summary>
    /// <param name="instant">Any instant; its offset is taken into account.</param>
    public static Block At(DateTimeOffset instant)
    {
        long seconds = instant.ToUnixTimeSeconds();
        return new(Math.DivRem(seconds, Seconds, out long rest) - (rest < 0 ? 1 : 0));
    }

    /// <summary>The block <paramref name="count"/> blocks later (earlier when negative).</summary>
    public Block Plus(long count) => new(Id + count);

    /// <inheritdoc/>
    public int CompareTo(Block other) => Id.CompareTo(other.Id);

    /// <summary>True when <paramref name="left"/> begins before <paramref name="right"/>.</summary>
    public static bool operator <(Block left, Block right) => left.Id < right.Id;

    /// <summary>True when <paramref name="left"/> begins before <paramref name="right"/> or is the same.</summary>
    public static bool operator <=(Block left, Block right) => left.Id <= right.Id;

    /// <summary>True when <paramref name="left"/> begins after <paramref name="right"/>.</summary>
    public static bool operator >(Block left, Block right) => left.Id > right.Id;

    /// <summary>True when <paramref name="left"/> begins after <paramref name="right"/> or is the same.</summary>
    public static bool operator >=(Block left, Block right) => left.Id >= right.Id;
}
