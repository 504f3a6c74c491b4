namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A person's wish that holds.</summary>
/// <param name="Run">True to run, false to stay off.</param>
/// <param name="Level">Level to run at; 0: as high as the surplus carries.</param>
/// <param name="Blocks">Blocks it holds for.</param>
/// <param name="BlocksLeft">Blocks it has left, this one included.</param>
/// <param name="Until">When the rules decide again.</param>
internal sealed record OverrideDocument(bool Run, int Level, int Blocks, int BlocksLeft, DateTime Until)
{
    /// <param name="wish">The wish.</param>
    /// <param name="block">The running block.</param>
    /// <returns><see langword="null"/> when it does not hold.</returns>
    public static OverrideDocument? Of(ManualOverride? wish, Block block) => wish?.BlocksLeft(block) > 0
        ? new(wish.Run, wish.Level, wish.Blocks, wish.BlocksLeft(block), wish.FirstBlock.Plus(wish.Blocks).WindowStart.UtcDateTime)
        : null;
}
