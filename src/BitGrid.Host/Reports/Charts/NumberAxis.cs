namespace BitGrid.Host.Reports.Charts;

/// <summary>An axis of numbers. It begins and ends at a mark, and its marks are round: multiples of 1, 2 or 5 times a power of ten.</summary>
internal sealed class NumberAxis : IAxis
{
    const int WantedSteps = 5;

    readonly double _lowest;
    readonly double _step;
    readonly int _steps;

    /// <summary>An axis that holds all values.</summary>
    /// <param name="title">What it measures, with the unit.</param>
    /// <param name="values">The values; those that are not finite are left out. None at all makes an axis from 0 to 1.</param>
    public NumberAxis(string title, IEnumerable<double> values)
    {
        Title = title;
        double[] finite = [.. values.Where(double.IsFinite)];
        double low = finite.Length == 0 ? 0 : finite.Min();
        double high = finite.Length == 0 ? 1 : finite.Max();
        // A single value gets room around it.
        if (high - low <= Math.Abs(high) * 1e-9)
            (low, high) = (Math.Min(low, 0), Math.Max(high, low >= 0 ? Math.Max(low, 1) : 0));
        _step = NiceStep((high - low) / WantedSteps);
        _lowest = Math.Floor((low / _step) + 1e-9) * _step;
        _steps = Math.Max(1, (int)Math.Ceiling(((high - _lowest) / _step) - 1e-9));
    }

    /// <inheritdoc/>
    public string Title { get; }

    /// <inheritdoc/>
    public IEnumerable<Tick> Ticks => Enumerable.Range(0, _steps + 1)
        .Select(i => new Tick((double)i / _steps, ReportText.Number(_lowest + (i * _step), Decimals)));

    /// <summary>Place of a value: 0 at the beginning of the axis, 1 at its end.</summary>
    public double At(double value) => (value - _lowest) / (_step * _steps);

    int Decimals => Math.Max(0, (int)-Math.Floor(Math.Log10(_step) + 1e-9));

    static double NiceStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double digit = rough / power;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    }
}
