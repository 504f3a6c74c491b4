namespace BitGrid.Host.Gate;

/// <summary>A figure of a period, and of each of its days where it has one.</summary>
/// <param name="Period">Of the period; <see langword="null"/> when it is not known.</param>
/// <param name="Days">Of the days, UTC.</param>
internal sealed record KpiSeries(double? Period, IReadOnlyDictionary<DateOnly, double> Days)
{
    /// <summary>A figure nobody knows.</summary>
    public static KpiSeries Unknown { get; } = new(null, new Dictionary<DateOnly, double>());
}
