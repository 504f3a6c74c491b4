namespace BitGrid.Host.Recordings;

/// <summary>The part of a recording that is wanted. The default value is all of it.</summary>
/// <param name="From">First wanted block; <see langword="null"/> for no limit.</param>
/// <param name="Until">First block after the wanted ones; <see langword="null"/> for no limit.</param>
internal readonly record struct Period(Block? From, Block? Until)
{
    /// <summary>The blocks that lie wholly between two instants, the first included, the second excluded.</summary>
    public static Period Between(DateTimeOffset? from, DateTimeOffset? until) =>
        new(from is { } first ? FirstFrom(first) : null, until is { } end ? Block.At(end) : null);

    /// <summary>True when the block is wanted.</summary>
    public bool Contains(Block block) => (From is not { } from || block >= from) && (Until is not { } until || block < until);

    /// <summary>True when some block of the UTC day may be wanted.</summary>
    public bool Touches(long day) => (From is not { } from || day >= from.Day) && (Until is not { } until || day <= until.Day);

    // A block that began before the instant is not wholly in the period.
    static Block FirstFrom(DateTimeOffset instant)
    {
        Block block = Block.At(instant);
        return block.WindowStart < instant ? block.Plus(1) : block;
    }
}
