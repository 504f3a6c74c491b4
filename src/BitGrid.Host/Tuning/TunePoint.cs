using System.Collections.Immutable;
using BitGrid.Host.Simulation;

namespace BitGrid.Host.Tuning;

/// <summary>One combination of values and what came of it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Values">The values, in the order of the parameters.</param>
/// <param name="Fault">Why it cannot be used; <see langword="null"/> when it can.</param>
/// <param name="Figures">What the house did with it; <see langword="null"/> when it cannot be used.</param>
/// <param name="SafetyStops">Stops that a rule of the Safety tier decided.</param>
internal sealed record TunePoint(long Number, ImmutableArray<string> Values, string? Fault, StrategyFigures? Figures, long SafetyStops)
{
    /// <summary>True when the point may be recommended: it can be used, and nothing overheated.</summary>
    public bool IsSound => Figures is { ThermalIncidents: 0 };

    /// <summary>True when another point is at least as good in value, switches and grid import.</summary>
    public bool IsMatchedBy(TunePoint other)
    {
        StrategyFigures mine = Figures!;
        StrategyFigures theirs = other.Figures!;
        // Without prices nothing has a value, and only switches and grid import count.
        return !(theirs.ValueEur < mine.ValueEur) && theirs.SwitchesPerDay <= mine.SwitchesPerDay && theirs.GridImportKwh <= mine.GridImportKwh;
    }

    /// <summary>The sound points that no other one beats, the most valuable first. Of several with the same figures it has the first.</summary>
    public static IReadOnlyList<TunePoint> Front(IEnumerable<TunePoint> points)
    {
        List<TunePoint> front = [];
        // In this order no point is matched by a better one behind it, so each is held against the front alone.
        foreach (TunePoint point in points.Where(point => point.IsSound)
            .OrderByDescending(point => point.Figures!.ValueEur).ThenBy(point => point.Figures!.SwitchesPerDay)
            .ThenBy(point => point.Figures!.GridImportKwh).ThenBy(point => point.Number))
        {
            if (!front.Exists(point.IsMatchedBy))
                front.Add(point);
        }

        return front;
    }
}
