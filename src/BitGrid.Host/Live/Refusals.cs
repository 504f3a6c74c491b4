namespace BitGrid.Host.Live;

/// <summary>Why a person's wish cannot be granted.</summary>
internal static class Refusals
{
    public const string Starting = "BitGrid is still starting; ask again in a few seconds.";

    /// <param name="site">The house.</param>
    /// <param name="loadId">The load.</param>
    /// <param name="run">True to run.</param>
    /// <param name="level">Level to run at, or 0.</param>
    /// <param name="blocks">For how many blocks.</param>
    /// <param name="mostBlocks">Longest wish.</param>
    /// <returns>What is wrong and what is allowed; <see langword="null"/> when nothing is against it.</returns>
    public static string? Of(SiteProfile site, string loadId, bool run, int level, int blocks, int mostBlocks)
    {
        if (site.Loads.FirstOrDefault(load => load.Id == loadId) is not { } load)
            return UnknownLoad(site, loadId);
        if (blocks < 1 || blocks > mostBlocks)
            return $"{blocks} blocks: allowed are 1 to {mostBlocks} (max_override_blocks in config.yaml).";
        if (!run && level != 0)
            return $"Level {level}: a load that is to stay off has level 0.";
        return level < 0 || level > load.TopLevel ? $"Level {level}: allowed are 0 (as the surplus carries) to {load.TopLevel}." : null;
    }

    public static string UnknownLoad(SiteProfile site, string loadId) =>
        $"There is no load '{loadId}'. There are: {string.Join(", ", site.Loads.Select(load => load.Id))}.";
}
