namespace BitGrid.Policies;

/// <summary>Takes the first path of a fixed order that can be taken; Export when none can.</summary>
internal static class Precedence
{
    public static PathChoice Choose(in PolicyContext context, PolicyOptions options, ReadOnlySpan<EnergyPath> order)
    {
        PathBook book = new(context, options);
        EnergyPath preferred = EnergyPath.Export;
        foreach (EnergyPath path in order)
        {
            if (book.Obstacle(path) is not null)
                continue;
            preferred = path;
            break;
        }

        return new(
            preferred,
            book.Values,
            ReasonFor(book, EnergyPath.Export, preferred),
            ReasonFor(book, EnergyPath.Heat, preferred),
            ReasonFor(book, EnergyPath.Hodl, preferred),
            book.TargetLevel(preferred));
    }

    static Reason ReasonFor(in PathBook book, EnergyPath path, EnergyPath preferred) =>
        path == preferred ? PathReasons.Preferred : book.Obstacle(path) ?? PathReasons.Later;
}
