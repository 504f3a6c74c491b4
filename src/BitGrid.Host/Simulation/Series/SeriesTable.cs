namespace BitGrid.Host.Simulation.Series;

/// <summary>The rows of one file of a series.</summary>
/// <param name="Name">Name of the file as it was given.</param>
internal sealed record SeriesTable(string Name)
{
    long? _stepS;

    /// <summary>Beginning of each row, unix seconds, ascending.</summary>
    public List<long> Starts { get; } = [];

    /// <summary>The values of each column, one per row; NaN where there is none.</summary>
    public Dictionary<SeriesValue, List<double>> Values { get; } = [];

    /// <summary>Lists of expected surplus, by the row they stand in.</summary>
    public Dictionary<int, double[]> Forecasts { get; } = [];

    /// <summary>Length of a row, s: unless it is given, the smallest step between two rows. To be asked for when all rows are there.</summary>
    public long StepS
    {
        get => _stepS ??= Starts.Count < 2 ? Block.Seconds : Starts.Zip(Starts.Skip(1), (one, next) => next - one).Min();
        init => _stepS = value;
    }
}
