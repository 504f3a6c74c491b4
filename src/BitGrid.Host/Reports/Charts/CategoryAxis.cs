namespace BitGrid.Host.Reports.Charts;

/// <summary>An axis of names, each in the middle of its place.</summary>
/// <param name="title">What the names are.</param>
/// <param name="names">The names, in order.</param>
/// <param name="every">Only every so manieth is written, where there are too many to be read.</param>
/// <param name="downwards">True when the first is at the end of the axis: at the top.</param>
internal sealed class CategoryAxis(string title, IReadOnlyList<string> names, int every = 1, bool downwards = false) : IAxis
{
    /// <inheritdoc/>
    public string Title => title;

    /// <inheritdoc/>
    public IEnumerable<Tick> Ticks => names.Select((name, i) => new Tick(Middle(i), name)).Where((_, i) => i % every == 0);

    /// <summary>Width of the place of one name, as a share of the axis.</summary>
    public double Width => 1.0 / Math.Max(1, names.Count);

    /// <summary>Middle of the place of a name.</summary>
    public double Middle(int index) => downwards ? 1 - ((index + 0.5) * Width) : (index + 0.5) * Width;
}
