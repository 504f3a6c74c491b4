namespace BitGrid.Host.Live;

/// <summary>What the clock of the house shows.</summary>
/// <param name="Wall">Wall clock, UTC.</param>
/// <param name="Now">Monotonic instant: the span since the program started. Never goes back.</param>
/// <param name="Drift">How far the wall clock has left the monotonic one since it was trusted last.</param>
internal readonly record struct ClockReading(DateTimeOffset Wall, TimeSpan Now, TimeSpan Drift)
{
    /// <summary>The block the wall clock shows.</summary>
    public Block Block => Block.At(Wall);
}
