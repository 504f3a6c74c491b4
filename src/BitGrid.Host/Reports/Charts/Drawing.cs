using System.Text;
using static BitGrid.Host.Reports.ReportText;

namespace BitGrid.Host.Reports.Charts;

/// <summary>
/// A chart being drawn, as SVG: the frame with its axes, and shapes inside it at places between 0 and 1 (left to right, bottom to
/// top). Colours are classes of <c>report.css</c>, so that a chart follows the page.
/// </summary>
internal sealed class Drawing
{
    /// <summary>Width of the plotted area in units of the drawing; on a page about a pixel each.</summary>
    public const double PlotWidth = Width - Left - Right;

    /// <summary>Colours there are for series; the seventh has that of the first again.</summary>
    public const int Colours = 6;

    const double Width = 960;
    const double Left = 76;
    const double Right = 20;
    const double Top = 30;
    const double Bottom = 26;
    const double BottomTitle = 18;
    const double LetterWidth = 6.8;

    readonly StringBuilder _shapes = new();
    readonly string _caption;
    readonly double _height;
    readonly double _bottom;

    /// <summary>A frame with its axes.</summary>
    /// <param name="caption">What the chart shows.</param>
    /// <param name="plotHeight">Height of the plotted area.</param>
    /// <param name="x">The axis below.</param>
    /// <param name="y">The axis at the left.</param>
    public Drawing(string caption, double plotHeight, IAxis x, IAxis y)
    {
        _caption = caption;
        _bottom = Top + plotHeight;
        _height = _bottom + Bottom + (x.Title.Length > 0 ? BottomTitle : 0);
        foreach (Tick tick in y.Ticks)
        {
            Line(0, tick.Share, 1, tick.Share, "grid");
            Text(Left - 8, Y(tick.Share) + 4, "axis end", tick.Label);
        }

        foreach (Tick tick in x.Ticks)
            Text(X(tick.Share), _bottom + 18, "axis middle", tick.Label);
        Line(0, 0, 1, 0, "base");
        Text(4, 14, "axis", y.Title);
        if (x.Title.Length > 0)
            Text(Left + (PlotWidth / 2), _height - 5, "axis middle", x.Title);
    }

    /// <summary>Class of the colour of a series: <c>l</c> for lines, <c>f</c> for what is filled.</summary>
    public static string Colour(char kind, int series) => $"{kind}{Number((series % Colours) + 1, 0)}";

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string style) =>
        Shape($"<line x1=\"{Coordinate(X(x1))}\" y1=\"{Coordinate(Y(y1))}\" x2=\"{Coordinate(X(x2))}\" y2=\"{Coordinate(Y(y2))}\" class=\"{style}\"/>");

    /// <summary>A rectangle between two corners, with a text that shows when it is pointed at.</summary>
    public void Rectangle(double x1, double y1, double x2, double y2, string style, string tip)
    {
        string open = $"<rect x=\"{Coordinate(X(Math.Min(x1, x2)))}\" y=\"{Coordinate(Y(Math.Max(y1, y2)))}\" width=\"{Coordinate(Math.Abs(x2 - x1) * PlotWidth)}\" height=\"{Coordinate(Math.Abs(Y(y1) - Y(y2)))}\" class=\"{style}\"";
        Shape(tip.Length == 0 ? $"{open}/>" : $"{open}><title>{Encode(tip)}</title></rect>");
    }

    /// <summary>A dot, with a text that shows when it is pointed at.</summary>
    public void Dot(double x, double y, double radius, string style, string tip) =>
        Shape($"<circle cx=\"{Coordinate(X(x))}\" cy=\"{Coordinate(Y(y))}\" r=\"{Coordinate(radius)}\" class=\"{style}\"><title>{Encode(tip)}</title></circle>");

    /// <summary>A line through points; with <paramref name="area"/> the space down to a height is filled as well.</summary>
    public void Curve(IReadOnlyList<(double X, double Y)> points, int series, double? area = null)
    {
        string line = string.Join('L', points.Select(point => $"{Coordinate(X(point.X))} {Coordinate(Y(point.Y))}"));
        if (area is { } floor)
        {
            string back = $"L{Coordinate(X(points[^1].X))} {Coordinate(Y(floor))}L{Coordinate(X(points[0].X))} {Coordinate(Y(floor))}Z";
            Shape($"<path d=\"M{line}{back}\" class=\"area {Colour('f', series)}\"/>");
        }

        Shape($"<path d=\"M{line}\" class=\"line {Colour('l', series)}\"/>");
    }

    /// <summary>A text beside a place inside the frame.</summary>
    public void Label(double x, double y, string text) => Text(X(x) + 7, Y(y) - 6, "", text);

    /// <summary>The names of the series, above the frame at the right.</summary>
    public void Legend(IReadOnlyList<string> names)
    {
        double x = Width - Right - names.Sum(name => (name.Length * LetterWidth) + 30);
        for (int i = 0; i < names.Count; i++)
        {
            Shape($"<rect x=\"{Coordinate(x)}\" y=\"6\" width=\"12\" height=\"9\" class=\"{Colour('f', i)}\"/>");
            Text(x + 17, 14, "", names[i]);
            x += (names[i].Length * LetterWidth) + 30;
        }
    }

    /// <summary>The chart with its caption, as HTML.</summary>
    public void Write(TextWriter html)
    {
        html.Write($"<figure><figcaption>{Encode(_caption)}</figcaption>\n");
        html.Write($"<svg viewBox=\"0 0 {Coordinate(Width)} {Coordinate(_height)}\" role=\"img\" aria-label=\"{Encode(_caption)}\">\n");
        html.Write(_shapes);
        html.Write("</svg></figure>\n");
    }

    void Shape(string svg) => _shapes.Append(svg).Append('\n');

    static double X(double share) => Left + (share * PlotWidth);

    double Y(double share) => _bottom - (share * (_bottom - Top));

    void Text(double x, double y, string style, string text) =>
        Shape($"<text x=\"{Coordinate(x)}\" y=\"{Coordinate(y)}\"{(style.Length == 0 ? "" : $" class=\"{style}\"")}>{Encode(text)}</text>");
}
