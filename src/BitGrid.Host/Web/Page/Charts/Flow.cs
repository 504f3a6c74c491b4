using System.Globalization;

namespace BitGrid.Host.Web.Page.Charts;

/// <summary>One stream of energy in the picture of the house, from the middle of one circle to the middle of another.</summary>
/// <param name="Watts">How strong, W; negative: the other way round; <see langword="null"/>: not known.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct Flow(double? Watts, (double X, double Y) From, (double X, double Y) To)
{
    // Meters waver; what is below is nothing.
    const double LeastW = 20;
    const double Radius = 33;

    /// <summary>True when it is worth an arrow.</summary>
    public bool Flows => Math.Abs(Watts ?? 0) >= LeastW;

    /// <summary>How it is drawn: by its strength.</summary>
    public string Class => Watts switch
    {
        null => "unknown",
        _ when !Flows => "still",
        _ => Math.Abs(Watts.Value) switch { < 500 => "moves weak", < 2000 => "moves", _ => "moves strong" },
    };

    /// <summary>The line from edge to edge, in the direction the energy takes.</summary>
    public string Line
    {
        get
        {
            ((double X, double Y) from, (double X, double Y) to) = Watts < 0 ? (To, From) : (From, To);
            double length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
            (double dx, double dy) = ((to.X - from.X) / length * Radius, (to.Y - from.Y) / length * Radius);
            return string.Create(CultureInfo.InvariantCulture, $"M{from.X + dx:0.#} {from.Y + dy:0.#}L{to.X - dx:0.#} {to.Y - dy:0.#}");
        }
    }
}
