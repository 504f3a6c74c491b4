namespace BitGrid.Host.Reports.Charts;

/// <summary>A bar in each group.</summary>
/// <param name="Name">What the bars are.</param>
/// <param name="Values">A value for each group; <see langword="null"/> draws none.</param>
internal sealed record BarSeries(string Name, IReadOnlyList<double?> Values);
