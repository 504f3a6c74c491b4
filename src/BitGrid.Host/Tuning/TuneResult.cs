using System.Collections.Immutable;

namespace BitGrid.Host.Tuning;

/// <summary>What came of all points.</summary>
/// <param name="Parameters">What was tuned.</param>
/// <param name="Points">The points by number.</param>
/// <param name="Now">The configuration as it is; its number is 0.</param>
internal sealed record TuneResult(IReadOnlyList<Parameter> Parameters, ImmutableArray<TunePoint> Points, TunePoint Now)
{
    // The target of the flapping rate.
    const double MostSwitchesPerDay = 2;

    /// <summary>The points that no other one beats, the most valuable first.</summary>
    public IReadOnlyList<TunePoint> Front { get; } = TunePoint.Front(Points);

    /// <summary>The most valuable point of the front that keeps the target of 2 switches a day; if none does, the most valuable one. <see langword="null"/> when no point is sound.</summary>
    public TunePoint? Recommended => Front.FirstOrDefault(point => point.Figures!.SwitchesPerDay <= MostSwitchesPerDay) ?? (Front.Count > 0 ? Front[0] : null);

    /// <summary>Points that cannot be used.</summary>
    public IEnumerable<TunePoint> Unusable => Points.Where(point => point.Figures is null);

    /// <summary>The point of that number, if it can be used.</summary>
    public TunePoint? Find(long number) => Points.FirstOrDefault(point => point.Number == number && point.Figures is not null);
}
