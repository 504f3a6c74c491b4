namespace BitGrid.Host.Reports.Charts;

/// <summary>Bars, in groups.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="Groups">Names of the groups, from left to right.</param>
/// <param name="Series">A bar of each in every group.</param>
internal sealed record BarChart(string Caption, string Unit, IReadOnlyList<string> Groups, IReadOnlyList<BarSeries> Series) : IReportPart
{
    const double PlotHeight = 220;
    const double ShareOfGroup = 0.72;
    const double LetterWidth = 7.5;

    /// <summary>A limit that is drawn as a line across.</summary>
    public double? Limit { get; init; }

    /// <inheritdoc/>
    public void Write(TextWriter html)
    {
        CategoryAxis x = new("", Groups, Every());
        NumberAxis y = new(Unit, Series.SelectMany(series => series.Values).Select(value => value ?? double.NaN).Append(Limit ?? double.NaN).Append(0));
        Drawing drawing = new(Caption, PlotHeight, x, y);
        for (int i = 0; i < Series.Count; i++)
            DrawSeries(drawing, i, x, y);
        drawing.Line(0, y.At(0), 1, y.At(0), "base");
        if (Limit is { } limit)
            drawing.Line(0, y.At(limit), 1, y.At(limit), "limit");
        if (Series.Count > 1)
            drawing.Legend([.. Series.Select(series => series.Name)]);
        drawing.Write(html);
    }

    void DrawSeries(Drawing drawing, int index, CategoryAxis x, NumberAxis y)
    {
        double width = x.Width * ShareOfGroup / Series.Count;
        for (int group = 0; group < Groups.Count; group++)
        {
            if (Series[index].Values[group] is not { } value)
                continue;
            double left = x.Middle(group) - (x.Width * ShareOfGroup / 2) + (index * width);
            drawing.Rectangle(left, y.At(0), left + width, y.At(value), Drawing.Colour('f', index), $"{Groups[group]}, {Series[index].Name}: {ReportText.Number(value, 2)} {Unit}");
        }
    }

    // So many that the longest name has room.
    int Every()
    {
        double needed = Groups.Select(name => name.Length).DefaultIfEmpty(1).Max() * LetterWidth * Groups.Count;
        return Math.Max(1, (int)Math.Ceiling(needed / Drawing.PlotWidth));
    }
}
