namespace BitGrid;

/// <summary>What a flexible load does now, as confirmed by telemetry (in a replay: as decided). The default value is a load at rest that changed in this very block.</summary>
/// <param name="Running">True when the load is on.</param>
/// <param name="Level">0 when off, else 1 to the number of levels of the load.</param>
/// <param name="BlocksSinceChange">
/// Blocks since the last start or stop: 0 in the block of the change, 1 in the next one. At most <see cref="LongSince"/>.
/// A change of level alone does not count, otherwise a cloudy hour of level changes would delay a due stop.
/// </param>
public readonly record struct LoadStatus(bool Running, int Level, int BlocksSinceChange)
{
    /// <summary>Value of <see cref="BlocksSinceChange"/> that means "no change known": 1 000 000 blocks, 19 years.</summary>
    public const int LongSince = 1_000_000;

    /// <summary>A load that is off and has been for as long as is known.</summary>
    public static LoadStatus Off { get; } = new(false, 0, LongSince);

    /// <summary>The same status <paramref name="blocks"/> blocks later.</summary>
    /// <param name="blocks">0 or more.</param>
    public LoadStatus After(long blocks) =>
        this with { BlocksSinceChange = (int)Math.Min(LongSince, BlocksSinceChange + blocks) };
}
