namespace BitGrid;

/// <summary>The wish of a person for one load, for a few blocks. Never above Autarky and Safety.</summary>
/// <param name="Run">True to run, false to stay off.</param>
/// <param name="Level">Level to run at, or 0: as high as the surplus carries.</param>
/// <param name="FirstBlock">First block it holds in.</param>
/// <param name="Blocks">Number of blocks it holds for, 1 or more; after them the rules decide again.</param>
public sealed record ManualOverride(bool Run, int Level, Block FirstBlock, int Blocks)
{
    /// <summary>Blocks left, counting the one given; 0 or less when it is over, more than <see cref="Blocks"/> never.</summary>
    public int BlocksLeft(Block block) => block < FirstBlock ? 0 : (int)Math.Max(0, FirstBlock.Id + Blocks - block.Id);
}
