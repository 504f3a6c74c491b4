namespace BitGrid.Host.Live.Loads;

/// <summary>What a load was seen doing.</summary>
/// <param name="Running">True when it is on.</param>
/// <param name="Level">The level it runs at; <see langword="null"/> when it does not tell.</param>
/// <param name="At">Monotonic instant.</param>
internal readonly record struct SeenLoad(bool Running, int? Level, TimeSpan At)
{
    /// <summary>True when a load that is to be at <paramref name="level"/> looks like this.</summary>
    public bool Shows(int level) => Running == level > 0 && (!Running || Level is not { } seen || seen == level);
}
