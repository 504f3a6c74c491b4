using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings;

namespace BitGrid.Host.Simulation.Series;

/// <summary>Reads what BitGrid has kept (an archive, a database, a data folder) as a series.</summary>
internal static class RecordedSeries
{
    static readonly (SeriesValue Value, Func<EnergyState, double?> Of)[] Columns =
    [
        (SeriesValue.Pv, state => state.PvPowerW),
        (SeriesValue.HouseLoad, state => state.HouseLoadW),
        (SeriesValue.Price, state => state.PriceCtKwh),
        (SeriesValue.FeedIn, state => state.FeedInCtKwh),
        (SeriesValue.Hashprice, state => state.HashpriceSatsThsDay),
        (SeriesValue.BtcPrice, state => state.BtcPriceEur),
        (SeriesValue.ForecastConfidence, state => state.ForecastConfidence),
    ];

    /// <summary>True for what is not CSV.</summary>
    public static bool Is(string path) =>
        Directory.Exists(path) || RecordingFiles.IsDatabase(path) || path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>The rows; <see langword="null"/> when they cannot be used.</summary>
    public static SeriesTable? Read(string path, SiteProfile site, SeriesReport report)
    {
        InputReport input = new();
        SeriesTable table = new(path) { StepS = Block.Seconds };
        foreach ((SeriesValue value, _) in Columns)
            table.Values[value] = [];
        foreach (ReplayRow row in new RecordingReader(site, input).Read(path))
            Add(table, row.State);
        foreach (InputFault fault in input.Faults)
            report.Add(fault);
        if (table.Starts.Count == 0 && !input.IsBad)
            report.Add(new(new(path), "the recording holds no row", "one row at least", "check the path"));
        foreach ((SeriesValue value, _) in Columns.Where(column => table.Values[column.Value].TrueForAll(double.IsNaN)))
            table.Values.Remove(value);
        return table.Starts.Count == 0 || input.IsBad ? null : table;
    }

    // Of several loads, and of what was decided between two ticks, the first row of the block speaks for the house.
    static void Add(SeriesTable table, EnergyState state)
    {
        long startS = state.Block.WindowStart.ToUnixTimeSeconds();
        if (table.Starts.Count > 0 && startS <= table.Starts[^1])
            return;
        table.Starts.Add(startS);
        foreach ((SeriesValue value, Func<EnergyState, double?> of) in Columns)
            table.Values[value].Add(of(state) ?? double.NaN);
        if (!state.ForecastSurplusW.IsEmpty)
            table.Forecasts[table.Starts.Count - 1] = [.. state.ForecastSurplusW];
    }
}
