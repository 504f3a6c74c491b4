using System.Collections.Immutable;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Shards;
using BitGrid.Host.Simulation;

namespace BitGrid.Host.Tuning;

/// <summary>
/// The points that are done, in a Parquet file. The file is written anew each time (it is small) and appears whole or not at all, so
/// an end by force loses a few seconds of work and never the file.
/// </summary>
internal sealed class TuneStore
{
    const string Number = "point";

    readonly string _path;
    readonly ResultLabel _label;
    readonly IReadOnlyList<Parameter> _parameters;
    readonly SortedDictionary<long, TunePoint> _points = [];

    TuneStore(string path, ResultLabel label, IReadOnlyList<Parameter> parameters) => (_path, _label, _parameters) = (path, label, parameters);

    /// <summary>The points that are done, by number.</summary>
    public IReadOnlyDictionary<long, TunePoint> Points => _points;

    /// <summary>Opens the file, with what an earlier start of the same work has done.</summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <param name="shard">Which part it is to hold.</param>
    /// <param name="parameters">What is tuned.</param>
    /// <param name="work">All that the results follow from.</param>
    /// <exception cref="InvalidDataException">The file holds something else; the message says what, and what to do.</exception>
    public static TuneStore Open(string path, Shard shard, IReadOnlyList<Parameter> parameters, IEnumerable<(string Name, string Value)> work)
    {
        TuneStore store = new(path, ResultLabel.Of("points", Number, shard, work), parameters);
        if (File.Exists(path))
            store.Load();
        return store;
    }

    public void Add(TunePoint point) => _points[point.Number] = point;

    /// <summary>Writes all points.</summary>
    /// <param name="isComplete">True when none is to come.</param>
    /// <exception cref="OutputException">They cannot be written.</exception>
    public void Save(bool isComplete)
    {
        using ITableWriter<TunePoint> writer = TableFile.OpenParquet(_path, Columns(), DecisionOutput.RowsPerGroup, () => _label with { IsComplete = isComplete });
        foreach (TunePoint point in _points.Values)
            writer.Write(point);
        writer.Complete();
    }

    void Load()
    {
        using ResultPart part = ResultPart.Open(_path);
        if (_label.UnlikeOf(part.Label) is { } difference || (difference = part.Label.Shard == _label.Shard ? null : $"it is shard {part.Label.Shard}") is not null)
            throw new InvalidDataException(new InputFault(new(_path), $"holds the results of other work: {difference}", "a new file, or the results of the same work, which goes on", "name another file with --output, or remove this one").ToString());
        Dictionary<string, int> columns = part.Columns.Select((column, i) => (column.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i);
        foreach (object?[] row in part.Rows())
            Add(Point(row, name => row[columns[name]]));
    }

    TunePoint Point(object?[] row, Func<string, object?> get)
    {
        ImmutableArray<string> values = [.. _parameters.Select(parameter => (string)get(parameter.Key)!)];
        if (get("fault") is string fault)
            return new((long)row[0]!, values, fault, null, 0);
        return new((long)row[0]!, values, null, new()
        {
            Strategy = Strategy.BitGrid,
            ValueEur = (double?)get("value_eur"),
            GainEur = (double?)get("gain_eur"),
            SwitchesPerDay = (double)get("switches_per_day")!,
            GridImportKwh = (double)get("grid_import_kwh")!,
            CausedImportKwh = (double)get("caused_import_kwh")!,
            LoadKwh = (double)get("load_kwh")!,
            Sats = (double)get("sats")!,
            SelfConsumptionPct = (double?)get("self_consumption_pct"),
            SelfSufficiencyPct = (double?)get("self_sufficiency_pct"),
            LostEur = null,
            RegretPct = null,
            ThermalIncidents = (int)(long)get("thermal_incidents")!,
        }, (long)get("safety_stops")!);
    }

    OutputColumn<TunePoint>[] Columns() =>
    [
        OutputColumns.Integer<TunePoint>(Number, point => point.Number),
        .. _parameters.Select((parameter, i) => OutputColumns.Text<TunePoint>(parameter.Key, point => point.Values[i])),
        OutputColumns.Text<TunePoint>("fault", point => point.Fault),
        Figure("value_eur", figures => figures.ValueEur),
        Figure("gain_eur", figures => figures.GainEur),
        Figure("switches_per_day", figures => figures.SwitchesPerDay),
        Figure("grid_import_kwh", figures => figures.GridImportKwh),
        Figure("caused_import_kwh", figures => figures.CausedImportKwh),
        Figure("load_kwh", figures => figures.LoadKwh),
        Figure("sats", figures => figures.Sats),
        Figure("self_consumption_pct", figures => figures.SelfConsumptionPct),
        Figure("self_sufficiency_pct", figures => figures.SelfSufficiencyPct),
        OutputColumns.Integer<TunePoint>("thermal_incidents", point => point.Figures?.ThermalIncidents),
        OutputColumns.Integer<TunePoint>("safety_stops", point => point.Figures is null ? null : point.SafetyStops),
    ];

    static OutputColumn<TunePoint> Figure(string name, Func<StrategyFigures, double?> get) => OutputColumns.Number<TunePoint>(name, point => point.Figures is { } figures ? get(figures) : null);
}
