namespace BitGrid.Host.Live;

/// <summary>Takes the wishes of people. Safe to call from any thread; answers at once.</summary>
internal interface IOverrides
{
    /// <summary>Asks for a manual override.</summary>
    /// <param name="source">Where the wish comes from: <c>mqtt</c>, …</param>
    /// <param name="loadId">The load.</param>
    /// <param name="run">True to run, false to stay off.</param>
    /// <param name="level">Level to run at; 0: as high as the surplus carries.</param>
    /// <param name="blocks">Blocks it holds for.</param>
    /// <returns>The wish, granted or refused.</returns>
    OverrideRequest Ask(string source, string loadId, bool run, int level, int blocks);

    /// <summary>Takes an override back: the rules decide again.</summary>
    /// <param name="source">Where the wish comes from.</param>
    /// <param name="loadId">The load.</param>
    OverrideRequest TakeBack(string source, string loadId);
}
