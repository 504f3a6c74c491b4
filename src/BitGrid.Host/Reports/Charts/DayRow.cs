namespace BitGrid.Host.Reports.Charts;

/// <summary>A row of a day chart.</summary>
/// <param name="Name">What stands at its left, the date mostly.</param>
/// <param name="Bands">Its stretches; the rest stays empty.</param>
internal sealed record DayRow(string Name, IReadOnlyList<DayBand> Bands);
