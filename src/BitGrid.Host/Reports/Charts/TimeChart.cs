namespace BitGrid.Host.Reports.Charts;

/// <summary>Quantities of one unit over time, as lines and areas.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Unit">The unit of the values, such as <c>kWh per day</c>.</param>
/// <param name="Series">At most six, so that each has its colour.</param>
internal sealed record TimeChart(string Caption, string Unit, IReadOnlyList<TimeSeries> Series) : IReportPart
{
    const double PlotHeight = 220;

    /// <summary>A limit that is drawn as a line across.</summary>
    public double? Limit { get; init; }

    /// <inheritdoc/>
    public void Write(TextWriter html)
    {
        DateTimeOffset[] times = [.. Series.SelectMany(series => series.Points).Select(point => point.Time)];
        TimeAxis x = times.Length == 0 ? new(default, default) : new(times.Min(), times.Max());
        NumberAxis y = new(Unit, Series.SelectMany(series => series.Points).Select(point => point.Value ?? double.NaN).Append(Limit ?? double.NaN).Append(0));
        Drawing drawing = new(Caption, PlotHeight, x, y);
        for (int i = 0; i < Series.Count; i++)
        {
            foreach (List<(double X, double Y)> run in Runs(Series[i].Points, x, y))
                drawing.Curve(Thinned(run), i, Series[i].IsArea ? y.At(0) : null);
        }

        if (Limit is { } limit)
            drawing.Line(0, y.At(limit), 1, y.At(limit), "limit");
        drawing.Legend([.. Series.Select(series => series.Name)]);
        drawing.Write(html);
    }

    // What lies between two gaps.
    static IEnumerable<List<(double X, double Y)>> Runs(IReadOnlyList<(DateTimeOffset Time, double? Value)> points, TimeAxis x, NumberAxis y)
    {
        List<(double X, double Y)> run = [];
        foreach ((DateTimeOffset time, double? value) in points)
        {
            if (value is { } number && double.IsFinite(number))
            {
                run.Add((x.At(time), y.At(number)));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
            yield return run;
    }

    // A year has 52,560 blocks and a page a thousand pixels: of each column the first, the lowest, the highest and the last point
    // draw the very same picture.
    static List<(double X, double Y)> Thinned(List<(double X, double Y)> run)
    {
        if (run.Count <= 4 * Drawing.PlotWidth)
            return run;
        return [.. run.GroupBy(point => (int)(point.X * Drawing.PlotWidth)).SelectMany(column => Extremes([.. column]))];
    }

    static IEnumerable<(double X, double Y)> Extremes((double X, double Y)[] column) =>
        new[] { column[0], column.MinBy(point => point.Y), column.MaxBy(point => point.Y), column[^1] }.Distinct().OrderBy(point => point.X);
}
