namespace BitGrid.Policies;

/// <summary>Takes the path that is worth the most. A running load keeps its path until another one is better by the margin.</summary>
[Policy("adaptive")]
public sealed class AdaptivePolicy(AdaptiveOptions options) : IPolicy
{
    /// <inheritdoc/>
    public PathChoice Choose(in PolicyContext context)
    {
        PathBook book = new(context, options);
        EnergyPath best = MostValuable(book);
        bool kept = context.Status.Running && best != context.Load.Path
            && Worth(book, context.Load.Path) + options.SwitchingMarginCtKwh >= (Worth(book, best) ?? double.NegativeInfinity);
        EnergyPath preferred = kept ? context.Load.Path : best;
        Reason taken = Worth(book, preferred) is null ? PathReasons.Unknown : kept ? PathReasons.Kept : PathReasons.WorthMost;
        return new(
            preferred,
            book.Values,
            ReasonFor(book, EnergyPath.Export, preferred, taken),
            ReasonFor(book, EnergyPath.Heat, preferred, taken),
            ReasonFor(book, EnergyPath.Hodl, preferred, taken),
            book.TargetLevel(preferred));
    }

    // Between equals the path that needs no load wins; with nothing known the surplus is sold.
    static EnergyPath MostValuable(in PathBook book)
    {
        EnergyPath best = EnergyPath.Export;
        foreach (EnergyPath path in (ReadOnlySpan<EnergyPath>)[EnergyPath.Heat, EnergyPath.Hodl])
        {
            if (Worth(book, path) is { } worth && worth > (Worth(book, best) ?? double.NegativeInfinity))
                best = path;
        }

        return best;
    }

    static double? Worth(in PathBook book, EnergyPath path) =>
        path != EnergyPath.Export && book.Obstacle(path) is not null ? null : book.Values[path];

    static Reason ReasonFor(in PathBook book, EnergyPath path, EnergyPath preferred, Reason taken)
    {
        if (path == preferred)
            return taken;
        return book.Obstacle(path) ?? (book.Values[path] is null ? PathReasons.Unknown : PathReasons.WorthLess);
    }
}
