namespace BitGrid.Host.Reports.Charts;

/// <summary>Days below each other, each a band from midnight to midnight (UTC): when something ran, or why not.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Kinds">What the colours mean.</param>
/// <param name="Rows">The days, from top to bottom.</param>
internal sealed record DayChart(string Caption, IReadOnlyList<string> Kinds, IReadOnlyList<DayRow> Rows) : IReportPart
{
    const double RowHeight = 18;
    const double ShareOfRow = 0.8;

    /// <inheritdoc/>
    public void Write(TextWriter html)
    {
        CategoryAxis y = new("", [.. Rows.Select(row => row.Name)], downwards: true);
        Drawing drawing = new(Caption, RowHeight * Rows.Count, new HourAxis(), y);
        for (int i = 0; i < Rows.Count; i++)
        {
            double half = y.Width * ShareOfRow / 2;
            drawing.Rectangle(0, y.Middle(i) - half, 1, y.Middle(i) + half, "band", "");
            foreach (DayBand band in Rows[i].Bands)
                drawing.Rectangle(Share(band.FromBlock), y.Middle(i) - half, Share(band.ToBlock), y.Middle(i) + half, Drawing.Colour('f', band.Kind), band.Tip);
        }

        drawing.Legend(Kinds);
        drawing.Write(html);
    }

    static double Share(int block) => (double)block / Block.PerDay;

    sealed class HourAxis : IAxis
    {
        const int Hours = 24;
        const int Step = 3;

        public string Title => "";

        public IEnumerable<Tick> Ticks => Enumerable.Range(0, (Hours / Step) + 1)
            .Select(i => new Tick((double)(i * Step) / Hours, $"{ReportText.Number(i * Step, 0).PadLeft(2, '0')}:00"));
    }
}
