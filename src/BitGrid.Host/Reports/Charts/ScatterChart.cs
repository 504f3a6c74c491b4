namespace BitGrid.Host.Reports.Charts;

/// <summary>Points of two figures, with the line through those that no other point beats in both.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="XTitle">The figure to the right, with its unit.</param>
/// <param name="YTitle">The figure upwards, with its unit.</param>
/// <param name="Points">The points. The later ones are drawn above the earlier ones.</param>
/// <param name="Groups">Names of the groups of points.</param>
internal sealed record ScatterChart(string Caption, string XTitle, string YTitle, IReadOnlyList<ScatterPoint> Points, IReadOnlyList<string> Groups) : IReportPart
{
    const double PlotHeight = 380;
    const double Radius = 3.6;

    /// <summary>Corners of the line through the best points, in order; empty for none.</summary>
    public IReadOnlyList<(double X, double Y)> Front { get; init; } = [];

    /// <inheritdoc/>
    public void Write(TextWriter html)
    {
        NumberAxis x = new(XTitle, Points.Select(point => point.X));
        NumberAxis y = new(YTitle, Points.Select(point => point.Y));
        Drawing drawing = new(Caption, PlotHeight, x, y);
        if (Front.Count > 1)
            drawing.Curve([.. Front.Select(point => (x.At(point.X), y.At(point.Y)))], Drawing.Colours - 1);
        foreach (ScatterPoint point in Points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)))
        {
            drawing.Dot(x.At(point.X), y.At(point.Y), Radius, Drawing.Colour('f', point.Group), point.Name);
            if (point.Label.Length > 0)
                drawing.Label(x.At(point.X), y.At(point.Y), point.Label);
        }

        if (Groups.Count > 1)
            drawing.Legend(Groups);
        drawing.Write(html);
    }
}
