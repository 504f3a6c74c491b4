namespace BitGrid.Host.Reports.Charts;

/// <summary>A quantity over time.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Points">Its values in order of time; <see langword="null"/> is a gap.</param>
/// <param name="IsArea">True to fill the space below.</param>
internal sealed record TimeSeries(string Name, IReadOnlyList<(DateTimeOffset Time, double? Value)> Points, bool IsArea = false);
