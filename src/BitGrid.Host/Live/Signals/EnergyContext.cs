using System.Collections.Immutable;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Live.Signals;

/// <summary>
/// The only writer of <see cref="EnergyState"/>: gathers what devices tell, and says on demand what is known. Powers are means
/// over the running block, everything else is the last value. Not safe for use from several threads: the controller guards it.
/// </summary>
/// <param name="site">The house.</param>
/// <param name="limitsOf">How long a reading can be relied on; for readings of a load also which load.</param>
internal sealed class EnergyContext(SiteProfile site, Func<Reading, string?, SignalLimits> limitsOf)
{
    /// <summary>Name that stands among the stale readings while the clock cannot be trusted.</summary>
    public const string ClockName = "clock";

    static readonly TimeSpan ForecastHolds = TimeSpan.FromHours(6);

    readonly StateIntake _intake = new(site);
    readonly Signal[] _site = [.. Enum.GetValues<Reading>().Select(reading => new Signal(limitsOf(reading, null)))];
    readonly LoadSignals[] _loads = [.. site.Loads.Select(load => new LoadSignals(load, reading => limitsOf(reading, load.Id)))];
    SurplusForecast? _forecast;
    TimeSpan _forecastAt;

    /// <summary>The configuration in force, for the records.</summary>
    public required string ConfigHash { get; set; }

    /// <summary>Takes a reading.</summary>
    /// <param name="measurement">The reading; one without a value changes nothing: the last value goes on ageing.</param>
    /// <param name="block">The running block.</param>
    /// <param name="now">Monotonic instant.</param>
    /// <param name="note">What was wrong with it.</param>
    /// <returns>The index of the load whose reading it is; −1 for the site; <see langword="null"/> when it was not taken.</returns>
    public int? Take(in Measurement measurement, Block block, TimeSpan now, out Correction? note)
    {
        note = null;
        int load = measurement.LoadId is { } id ? IndexOf(id) : 0;
        if (measurement.Value is not { } raw || load < 0 || _intake.Check(measurement.Reading, raw, block, out note) is not { } value)
            return null;
        if (!IsOfLoad(measurement.Reading))
        {
            _site[(int)measurement.Reading].Report(value, now);
            return -1;
        }

        _loads[load].Report(measurement.Reading, value, now);
        return load;
    }

    /// <summary>Takes a forecast.</summary>
    public void Take(SurplusForecast forecast, TimeSpan now) => (_forecast, _forecastAt) = (forecast, now);

    /// <summary>The signals of a load, by its index in the site.</summary>
    public LoadSignals this[int load] => _loads[load];

    /// <summary>The readings that are frozen now, with the load they belong to.</summary>
    public IEnumerable<(Reading Reading, string? LoadId)> Frozen(TimeSpan now) =>
    [
        .. from reading in Enum.GetValues<Reading>()
           where _site[(int)reading].StateAt(now) == SignalState.Frozen
           select (reading, (string?)null),
        .. from load in _loads
           from reading in load.Frozen(now)
           select (reading, (string?)load.Id),
    ];

    /// <summary>Every reading that has come once, with its age.</summary>
    public IEnumerable<SignalGlance> Known(TimeSpan now) =>
    [
        .. from reading in Enum.GetValues<Reading>()
           where !IsOfLoad(reading)
           let known = _site[(int)reading].KnownAt(now)
           where known.Value is not null
           select new SignalGlance(reading, LoadId: null, _site[(int)reading].StateAt(now), known.Value, known.Age),
        .. _loads.SelectMany(load => load.Known(now)),
    ];

    /// <summary>What is known now, one row per load; they share one state.</summary>
    /// <param name="block">The block to speak for.</param>
    /// <param name="time">The instant to speak for; <see langword="null"/>: the beginning of the block.</param>
    /// <param name="now">Monotonic instant.</param>
    /// <param name="statuses">What each load does.</param>
    /// <param name="clockIsDoubtful">True when the wall clock has just stepped: nothing starts on such a state.</param>
    public IReadOnlyList<ReplayRow> Rows(Block block, DateTimeOffset? time, TimeSpan now, ReadOnlySpan<LoadStatus> statuses, bool clockIsDoubtful)
    {
        var raw = new RawRow[_loads.Length];
        for (int i = 0; i < raw.Length; i++)
            raw[i] = Row(i, block, now, statuses[i], clockIsDoubtful);
        List<ReplayRow> rows = new(raw.Length);
        _intake.Accept(raw, rows, []);
        if (time is { } instant)
        {
            EnergyState state = rows[0].State with { Time = instant };
            rows = rows.ConvertAll(row => row with { State = state });
        }

        return rows;
    }

    /// <summary>Begins a new block: means are taken from here on.</summary>
    public void BeginBlock(TimeSpan now)
    {
        foreach (Signal signal in _site)
            signal.BeginWindow(now);
        foreach (LoadSignals load in _loads)
            load.BeginWindow(now);
    }

    RawRow Row(int load, Block block, TimeSpan now, LoadStatus status, bool clockIsDoubtful)
    {
        RawRow row = new() { Block = block, LoadId = _loads[load].Id, Recorded = status, ConfigHash = ConfigHash };
        List<string> stale = clockIsDoubtful ? [ClockName] : [];
        foreach (Reading reading in Enum.GetValues<Reading>())
        {
            if (IsOfLoad(reading))
                continue;
            row[reading] = IsMean(reading) ? _site[(int)reading].MeanAt(now) : _site[(int)reading].LastAt(now);
            if (_site[(int)reading].StateAt(now) is SignalState.Stale or SignalState.Frozen)
                stale.Add(ReadingNames.NameOf(reading));
        }

        _loads[load].Fill(row, now, status.Running, stale);
        stale.Sort(StringComparer.Ordinal);
        row.Stale = [.. stale];
        row.Quality = clockIsDoubtful ? DataQuality.Degraded : DataQuality.Ok;
        SetForecast(row, block, now);
        return row;
    }

    void SetForecast(RawRow row, Block block, TimeSpan now)
    {
        if (_forecast is not { } forecast || now - _forecastAt > ForecastHolds)
            return;
        int past = (int)Math.Clamp(block.Id + 1 - forecast.First.Id, 0, forecast.SurplusW.Length);
        if (forecast.First.Id > block.Id + 1)
            return;
        row.ForecastSurplusW = forecast.SurplusW[past..];
        row[Reading.ForecastConfidence] = forecast.Confidence;
    }

    int IndexOf(string loadId)
    {
        for (int i = 0; i < _loads.Length; i++)
        {
            if (_loads[i].Id == loadId)
                return i;
        }

        return -1;
    }

    static bool IsMean(Reading reading) =>
        reading is Reading.PvPowerW or Reading.HouseLoadW or Reading.GridPowerW or Reading.BatteryPowerW or Reading.HeatPowerW;

    static bool IsOfLoad(Reading reading) =>
        reading is Reading.MinerPowerW or Reading.MinerTempC or Reading.MinerHashrateThs or Reading.MinerHeartbeatAgeS;
}
