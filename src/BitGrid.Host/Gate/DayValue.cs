namespace BitGrid.Host.Gate;

/// <summary>A day on which a figure got worse.</summary>
/// <param name="Date">The day, UTC.</param>
/// <param name="Before">The figure now.</param>
/// <param name="After">The figure with the candidate.</param>
internal readonly record struct DayValue(DateOnly Date, double Before, double After);
