namespace BitGrid.Host.Gate;

/// <summary>Blocks in a row in which a load does something else than it does now: from the first decision that differs until both agree again.</summary>
/// <param name="Before">The first decision as it is taken now.</param>
/// <param name="After">The same as the candidate takes it.</param>
/// <param name="Blocks">Number of blocks.</param>
/// <param name="Area">What is behind it: area of a changed setting, <c>config</c> when several may be, or <c>program</c>.</param>
internal sealed record Episode(Outcome Before, Outcome After, int Blocks, string Area)
{
    /// <summary>The day it begins, UTC.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Before.Block.WindowStart.UtcDateTime);
}
