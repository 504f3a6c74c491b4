using BitGrid.Engine.Intake;

namespace BitGrid.Host.Live.Signals;

/// <summary>What one load tells of itself.</summary>
internal sealed class LoadSignals(LoadProfile load, Func<Reading, SignalLimits> limitsOf)
{
    /// <summary>Share of the power of level 1 above which a load is taken to work; standby is far below.</summary>
    public const double WorkingShare = 0.3;

    static readonly Reading[] Kept = [Reading.MinerPowerW, Reading.MinerTempC, Reading.MinerHashrateThs];

    readonly Dictionary<Reading, Signal> _signals = Kept.ToDictionary(reading => reading, reading => new Signal(limitsOf(reading)));
    bool _tellsHeartbeat;
    TimeSpan? _lastWorkAt;
    TimeSpan? _worksFrom;

    public string Id => load.Id;

    /// <summary>
    /// Takes a reading. A heartbeat becomes the instant of the last proof of work, which ages by itself; a load that has no
    /// heartbeat proves its work by the power it draws.
    /// </summary>
    public void Report(Reading reading, double value, TimeSpan now)
    {
        if (reading == Reading.MinerHeartbeatAgeS)
        {
            _tellsHeartbeat = true;
            Worked(now - TimeSpan.FromSeconds(Math.Min(value, TimeSpan.FromDays(365).TotalSeconds)));
            return;
        }

        _signals[reading].Report(value, now);
        if (reading == Reading.MinerPowerW && !_tellsHeartbeat && value >= WorkingShare * load.PowerAt(1))
            Worked(now);
    }

    /// <summary>Says that the load is started: until then nobody can expect work of it.</summary>
    /// <param name="worksFrom">When it must work at the latest.</param>
    public void Starting(TimeSpan worksFrom) => _worksFrom = worksFrom;

    /// <summary>True while the load may still be busy starting.</summary>
    public bool IsStarting(TimeSpan now) => now < _worksFrom;

    /// <summary>True when its temperature is known now.</summary>
    public bool KnowsTemperature(TimeSpan now) => _signals[Reading.MinerTempC].LastAt(now) is not null;

    /// <summary>The readings that are frozen now.</summary>
    public IEnumerable<Reading> Frozen(TimeSpan now) => Kept.Where(reading => _signals[reading].StateAt(now) == SignalState.Frozen);

    /// <summary>Every reading that has come once, with its age.</summary>
    public IEnumerable<SignalGlance> Known(TimeSpan now) =>
        from reading in Kept
        let known = _signals[reading].KnownAt(now)
        where known.Value is not null
        select new SignalGlance(reading, load.Id, _signals[reading].StateAt(now), known.Value, known.Age);

    void Worked(TimeSpan at)
    {
        if (!(at < _lastWorkAt))
            _lastWorkAt = at;
    }

    public void BeginWindow(TimeSpan now)
    {
        foreach (Signal signal in _signals.Values)
            signal.BeginWindow(now);
    }

    /// <summary>Writes what is known into a row.</summary>
    public void Fill(RawRow row, TimeSpan now, bool running, List<string> stale)
    {
        foreach (Reading reading in Kept)
        {
            Signal signal = _signals[reading];
            row[reading] = reading == Reading.MinerPowerW ? signal.MeanAt(now) : signal.LastAt(now);
            bool mayBeSilent = !running && reading == Reading.MinerTempC && load.Temperature == TemperatureSensing.WhileRunning;
            if (!mayBeSilent && signal.StateAt(now) is SignalState.Stale or SignalState.Frozen)
                stale.Add(ReadingNames.NameOf(reading));
        }

        row[Reading.MinerHeartbeatAgeS] = HeartbeatAgeS(now);
    }

    // Silence before the start, and while it starts, is no silence.
    double? HeartbeatAgeS(TimeSpan now)
    {
        if (_lastWorkAt is null && _worksFrom is null)
            return null;
        TimeSpan since = _lastWorkAt > _worksFrom || _worksFrom is null ? _lastWorkAt!.Value : _worksFrom.Value;
        return Math.Round(Math.Max(0, (now - since).TotalSeconds), 3);
    }
}
