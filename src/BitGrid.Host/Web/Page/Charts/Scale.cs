namespace BitGrid.Host.Web.Page.Charts;

/// <summary>An axis from below to above.</summary>
/// <param name="Top">Where its highest value is drawn.</param>
/// <param name="Bottom">Where its lowest value is drawn.</param>
/// <param name="From">The lowest value.</param>
/// <param name="To">The highest value, above <paramref name="From"/>.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Scale(double Top, double Bottom, double From, double To, string Unit)
{
    /// <summary>The values to write beside it.</summary>
    public IEnumerable<double> Ticks => From < 0 ? [From, 0, To] : [From, To / 2, To];

    /// <summary>Where a value is drawn.</summary>
    public double Y(double value) => Bottom - (Bottom - Top) * Math.Clamp((value - From) / (To - From), 0, 1);
}
