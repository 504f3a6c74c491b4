using BitGrid.Host.Reports;
using BitGrid.Host.Reports.Charts;

namespace BitGrid.Host.Tuning;

/// <summary>A tuning as a page: value against switches and against grid import, and the points of the front.</summary>
internal static class TuneReport
{
    static readonly string[] Groups = ["other points", "beaten by no other", "recommended", "now"];

    public static HtmlReport Of(TuneResult result) => new HtmlReport("BitGrid: tuning")
        .Paragraph($"{result.Points.Length} points, {result.Unusable.Count()} of them cannot be used. {result.Front.Count} are beaten by no other in value, switches and grid import.")
        .Add(Chart(result, "Value against switches", "switches per day", point => point.Figures!.SwitchesPerDay))
        .Add(Chart(result, "Value against grid import", "grid import, kWh", point => point.Figures!.GridImportKwh))
        .Add(Table(result));

    static ScatterChart Chart(TuneResult result, string caption, string xTitle, Func<TunePoint, double> x)
    {
        TunePoint[] drawn = [.. result.Points.Where(point => point.Figures is not null), result.Now];
        HashSet<TunePoint> front = [.. result.Front];
        return new(caption, xTitle, "value, EUR", [.. drawn.Select(Point).OrderBy(point => point.Group)], Groups) { Front = Front(result, x) };

        ScatterPoint Point(TunePoint point) => new(x(point), point.Figures!.ValueEur ?? 0, Name(result, point), Group(point), point == result.Recommended ? $"{point.Number}" : "");

        int Group(TunePoint point) => point == result.Now ? 3 : point == result.Recommended ? 2 : front.Contains(point) ? 1 : 0;
    }

    // The line through the points that are best in these two figures alone: from left to right the value only rises.
    static List<(double X, double Y)> Front(TuneResult result, Func<TunePoint, double> x)
    {
        List<(double X, double Y)> corners = [];
        foreach (TunePoint point in result.Front.OrderBy(x).ThenByDescending(point => point.Figures!.ValueEur))
        {
            double valueEur = point.Figures!.ValueEur ?? 0;
            if (corners.Count == 0 || valueEur > corners[^1].Y)
                corners.Add((x(point), valueEur));
        }

        return corners;
    }

    static ReportTable Table(TuneResult result) => new(
        "Beaten by no other, the most valuable first; the last line is the configuration as it is",
        ["point", .. result.Parameters.Select(parameter => new ReportColumn(parameter.Key, IsNumber: true)), .. Numbers("value, EUR", "switches per day", "grid import, kWh", "energy of the loads, kWh", "mined, sats")],
        [.. result.Front.Select(point => Row(result, point)), Row(result, result.Now)]);

    static IEnumerable<ReportColumn> Numbers(params string[] names) => names.Select(name => new ReportColumn(name, IsNumber: true));

    static IReadOnlyList<ReportCell> Row(TuneResult result, TunePoint point) =>
    [
        new(point == result.Now ? "now" : point == result.Recommended ? $"{point.Number}, recommended" : $"{point.Number}", point == result.Recommended ? Tone.Good : Tone.Neutral),
        .. result.Parameters.Select((_, i) => new ReportCell(point == result.Now ? "" : point.Values[i])),
        .. new[] { (point.Figures?.ValueEur, 2), (point.Figures?.SwitchesPerDay, 2), (point.Figures?.GridImportKwh, 1), (point.Figures?.LoadKwh, 1), (point.Figures?.Sats, 0) }
            .Select(figure => new ReportCell(ReportText.Number(figure.Item1, figure.Item2))),
    ];

    static string Name(TuneResult result, TunePoint point) =>
        point == result.Now ? "now" : $"point {point.Number}: {string.Join(", ", result.Parameters.Zip(point.Values, (parameter, value) => $"{parameter.Key} {value}"))}";
}
