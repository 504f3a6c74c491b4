using BitGrid.Engine;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;
using BitGrid.Host.Live.Loads;
using BitGrid.Host.Live.Signals;

namespace BitGrid.Host.Live;

/// <summary>
/// Runs the house. Everything that happens passes through one gate, one thing after the other: a message, a beat of the clock,
/// a person's wish. So there is one state, one decision per block, and a hot load is stopped by the very call that tells of it.
/// </summary>
internal sealed class Controller : ITelemetry, IOverrides, IDisposable
{
    /// <summary>How long a load may go on without a further command: a block, and half of one for a slow start of the next.</summary>
    public static readonly TimeSpan CommandHolds = TimeSpan.FromSeconds(1.5 * Block.Seconds);

    // A load near its limit tells its temperature every second and needs longer than that to get cooler on a lower level.
    static readonly TimeSpan BetweenSafetyLevels = TimeSpan.FromMinutes(1);

    // What a load did before the program started nobody has seen: its heartbeat is expected from here on.
    static readonly TimeSpan FirstHeartbeat = TimeSpan.FromSeconds(30);

    readonly Lock _gate = new();
    readonly ControllerParts _parts;
    readonly BlockClock _clock;
    readonly EnergyContext _context;
    readonly SiteProfile _site;
    readonly ControlledLoad[] _loads;
    readonly ReadingHealth _readings;
    readonly ClockDoubt _clockDoubt;
    DecisionEngine _engine;
    int _maxOverrideBlocks;
    Block _block; // the newest that was decided about
    bool _started;
    bool _ended;
    TimeSpan _startBy;

    public Controller(ControllerParts parts)
    {
        _parts = parts;
        _site = parts.Site;
        _engine = parts.Engine;
        _maxOverrideBlocks = parts.MaxOverrideBlocks;
        _clock = new(parts.Time, OnBeat);
        _readings = new(parts.Health);
        _clockDoubt = new(parts.Health);
        _context = new(_site, parts.LimitsOf) { ConfigHash = parts.ConfigHash };
        _loads = [.. _site.Loads.Select(load => new ControlledLoad(
            new LoadWatch(load, parts.StartGraceOf(load.Id)) { Memory = _engine.NoMemory },
            new LoadSwitchboard(load.Id, parts.Time, parts.Health)))];
    }

    /// <summary>Told after every beat of the clock, outside the gate: proof that the controller lives.</summary>
    public Action? Beaten { get; set; }

    /// <summary>Messages that were taken and not taken since the start.</summary>
    public MessageCount Messages { get; private set; }

    /// <summary>True once the first decision after the start was taken, or was found to be taken already.</summary>
    public bool IsStarted => Volatile.Read(ref _started);

    /// <summary>True while a command is on its way to a device that has neither taken nor refused it.</summary>
    public bool IsSwitching => _loads.Any(load => load.Switchboard.IsSending);

    /// <summary>Adds a device that switches a load.</summary>
    public void Connect(string deviceId, ILoadSwitch device)
    {
        if (IndexOf(device.LoadId) is >= 0 and int load)
            _loads[load].Switchboard.Connect(deviceId, device);
    }

    /// <summary>Takes up what was remembered and begins; the first decision is taken as soon as the required readings are there.</summary>
    public void Start()
    {
        lock (_gate)
        {
            ClockReading clock = _clock.Read();
            Block last = new(long.MinValue);
            foreach ((int index, ControlledLoad load) in _loads.Index())
            {
                _context[index].Starting(clock.Now + FirstHeartbeat);
                LoadRecovery recovery = _parts.Journal.Recover(load.Id);
                load.Watch.Recover(recovery, _engine.RecallAfresh(recovery.Memories), clock.Block);
                last = recovery.LastTick is { } tick && tick > last ? tick : last;
            }

            _block = last;
            _startBy = clock.Now + _parts.StartPatience;
        }

        _clock.Start();
    }

    /// <inheritdoc/>
    public void Report(Measurement measurement)
    {
        lock (_gate)
        {
            ClockReading clock = _clock.Read();
            int? load = _context.Take(measurement, clock.Block, clock.Now, out Correction? note);
            Messages = load is null && measurement.Value is not null ? Messages with { Refused = Messages.Refused + 1 } : Messages with { Taken = Messages.Taken + 1 };
            _readings.Tell(measurement, note);
            if (load is not { } index)
                return;
            if (measurement.Reading == Reading.MinerPowerW)
                _loads[index].Watch.SeePower(measurement.Value!.Value, clock.Now);
            React(clock);
        }
    }

    /// <inheritdoc/>
    public void Report(LoadReport report)
    {
        lock (_gate)
        {
            if (IndexOf(report.LoadId) is not (>= 0 and int load))
                return;
            ClockReading clock = _clock.Read();
            _loads[load].Watch.See(report, clock.Now);
            React(clock);
        }
    }

    /// <inheritdoc/>
    public void Report(SurplusForecast forecast)
    {
        lock (_gate)
            _context.Take(forecast, _clock.Read().Now);
    }

    /// <inheritdoc/>
    public OverrideRequest Ask(string source, string loadId, bool run, int level, int blocks)
    {
        lock (_gate)
        {
            OverrideRequest request = new(_clock.Read().Wall, loadId, source, new(run, level, _block, blocks), _started ? Refusals.Of(_site, loadId, run, level, blocks, _maxOverrideBlocks) : Refusals.Starting);
            _parts.Journal.Note(request);
            if (request.Refusal is not null)
                return request;
            int load = IndexOf(loadId);
            _loads[load].Watch.Wish = request.Wish;
            return request with { Decision = DecideBetweenTicks(load, DecisionTrigger.Override, _clock.Read())?.Record };
        }
    }

    /// <inheritdoc/>
    public OverrideRequest TakeBack(string source, string loadId)
    {
        lock (_gate)
        {
            int load = IndexOf(loadId);
            OverrideRequest request = new(_clock.Read().Wall, loadId, source, Wish: null, load < 0 ? Refusals.UnknownLoad(_site, loadId) : null);
            _parts.Journal.Note(request);
            if (load >= 0)
                _loads[load].Watch.Wish = null;
            return request;
        }
    }

    /// <summary>What is known and done now. Takes the gate for some microseconds; who asks often keeps the answer for a moment.</summary>
    public Glance Look()
    {
        lock (_gate)
        {
            ClockReading clock = _clock.Read();
            Block block = _started ? _block : clock.Block;
            double? surplusW = null;
            List<ReplayRow> loads = [];
            foreach ((int i, ReplayRow row) in Rows(block, clock.Wall, clock).Index())
            {
                surplusW = i == 0 ? row.State.SurplusW : surplusW - _site.Loads[i - 1].PowerAt(_loads[i - 1].Watch.Level);
                ManualOverride? wish = _loads[i].Watch.Wish;
                loads.Add(row with { SurplusLeftW = surplusW, Override = wish?.BlocksLeft(block) > 0 ? wish : null, Memories = _engine.MemoriesOf(_loads[i].Watch.Memory) });
            }

            return new(clock.Wall, block, _started, loads, [.. _context.Known(clock.Now)]);
        }
    }

    /// <summary>Puts another configuration in force from the next decision on; the loads are the same.</summary>
    public void Replace(DecisionEngine engine, string configHash, int maxOverrideBlocks)
    {
        lock (_gate)
        {
            _maxOverrideBlocks = maxOverrideBlocks;
            foreach (ControlledLoad load in _loads)
                load.Watch.Memory = engine.RecallAfresh(_engine.MemoriesOf(load.Watch.Memory));
            _engine = engine;
            _context.ConfigHash = configHash;
        }
    }

    /// <summary>Tells every load to stop: the last word of a program that ends. Nothing is decided any more.</summary>
    public void Stop()
    {
        _clock.Dispose();
        lock (_gate)
        {
            Volatile.Write(ref _started, false);
            _ended = true;
            foreach (ControlledLoad load in _loads)
                load.Switchboard.Send(new($"{load.Id}-shutdown", load.Id, 0, 0, CommandHolds));
        }
    }

    /// <summary>What is known now, one row per load.</summary>
    public IReadOnlyList<ReplayRow> Snapshot()
    {
        lock (_gate)
        {
            ClockReading clock = _clock.Read();
            return Rows(_block, clock.Wall, clock);
        }
    }

    public void Dispose()
    {
        _clock.Dispose();
        foreach (ControlledLoad load in _loads)
            load.Switchboard.Dispose();
    }

    void OnBeat(ClockReading clock)
    {
        lock (_gate)
        {
            if (_clockDoubt.Look(clock))
                _clock.Trust();
            if (_started && clock.Block > _block)
                Tick(clock, DecisionTrigger.BlockTick);
            else
                React(clock);
            _readings.TellFrozen(_context.Frozen(clock.Now));
        }

        Beaten?.Invoke();
    }

    // What every news leads to, be it a message or only that time has passed.
    void React(ClockReading clock)
    {
        // After the last word nothing may start a load again: a message that was still on its way, say.
        if (_ended)
            return;
        for (int i = 0; i < _loads.Length; i++)
            WatchLoad(i, clock);
        if (!_started)
            TryStart(clock);
        else
        {
            for (int i = 0; i < _loads.Length; i++)
                WatchSafety(i, clock);
        }
    }

    void TryStart(ClockReading clock)
    {
        bool isDecided = clock.Block <= _block;
        Block block = isDecided ? _block : clock.Block;
        if (clock.Now < _startBy && !KnowsEnough(block, clock))
            return;
        Volatile.Write(ref _started, true);
        if (!isDecided)
        {
            Tick(clock, DecisionTrigger.Startup);
            return;
        }

        foreach (ControlledLoad load in _loads)
        {
            load.Watch.Reassert(clock.Now);
            load.Command(_block, "");
        }
    }

    bool KnowsEnough(Block block, ClockReading clock) =>
        Rows(block, time: null, clock)[0].State.Quality == DataQuality.Ok
        && _site.Loads.Index().All(load => load.Item.Temperature != TemperatureSensing.Always || _context[load.Index].KnowsTemperature(clock.Now));

    void Tick(ClockReading clock, DecisionTrigger trigger)
    {
        _block = clock.Block;
        IReadOnlyList<ReplayRow> rows = Rows(_block, trigger == DecisionTrigger.Startup ? clock.Wall : null, clock);
        double? surplusW = rows[0].State.SurplusW;
        var taken = new TakenDecision[_loads.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = Decide(i, rows[i] with { Trigger = trigger }, surplusW, clock);
            surplusW -= _site.Loads[i].PowerAt(taken[i].Decision.NewStatus.Level);
        }

        _context.BeginBlock(clock.Now);
        _parts.Recorder.Write(taken, clock.Wall);
        _clockDoubt.End();
    }

    void WatchSafety(int load, ClockReading clock)
    {
        LoadSignals signals = _context[load];
        bool isBusyStarting = signals.IsStarting(clock.Now) && !signals.KnowsTemperature(clock.Now);
        if (_loads[load].Watch.StatusIn(_block).Running && !isBusyStarting)
            DecideBetweenTicks(load, DecisionTrigger.SafetyAsync, clock);
    }

    TakenDecision? DecideBetweenTicks(int load, DecisionTrigger trigger, ClockReading clock)
    {
        ReplayRow row = Rows(_block, clock.Wall, clock)[load] with { Trigger = trigger };
        double? surplusW = row.State.SurplusW;
        for (int i = 0; i < load; i++)
            surplusW -= _site.Loads[i].PowerAt(_loads[i].Watch.Level);
        if (trigger == DecisionTrigger.SafetyAsync && !ActsNow(load, row, surplusW, clock))
            return null;
        TakenDecision taken = Decide(load, row, surplusW, clock);
        _parts.Recorder.Write([taken], clock.Wall);
        return taken;
    }

    // Safety is asked at every message; only an answer that changes something is a decision.
    bool ActsNow(int load, ReplayRow row, double? surplusW, ClockReading clock)
    {
        Decision decision = _engine.Decide(SituationOf(load, row, surplusW), _loads[load].Watch.Memory, DecisionTrigger.SafetyAsync);
        if (decision.Action != DecisionAction.SetLevel)
            return decision.Action != DecisionAction.Hold;
        if (clock.Now - _loads[load].LastSafetyLevel < BetweenSafetyLevels)
            return false;
        _loads[load].LastSafetyLevel = clock.Now;
        return true;
    }

    TakenDecision Decide(int index, ReplayRow row, double? surplusW, ClockReading clock)
    {
        ControlledLoad load = _loads[index];
        Situation situation = SituationOf(index, row, surplusW);
        Decision decision = _engine.Decide(situation, load.Watch.Memory, row.Trigger);
        TakenDecision taken = TakenDecision.Of(_engine, decision, row with
        {
            SurplusLeftW = surplusW,
            Override = situation.Override,
            Memories = _engine.MemoriesOf(load.Watch.Memory),
        });

        if (decision.Action == DecisionAction.Start)
            _context[index].Starting(clock.Now + _parts.StartGraceOf(load.Id));
        load.Watch.Decide(decision, clock.Now);
        load.Command(_block, taken.Record.CommandId);
        return taken;
    }

    Situation SituationOf(int load, ReplayRow row, double? surplusW)
    {
        ManualOverride? wish = _loads[load].Watch.Wish;
        return new(_site, _site.Loads[load], row.State, row.Readings, row.Recorded!.Value, surplusW, wish?.BlocksLeft(_block) > 0 ? wish : null);
    }

    IReadOnlyList<ReplayRow> Rows(Block block, DateTimeOffset? time, ClockReading clock) =>
        _context.Rows(block, time is { } wall ? Milliseconds(wall) : null, clock.Now, [.. _loads.Select(load => load.Watch.StatusIn(block))], _clockDoubt.IsDoubtful);

    void WatchLoad(int load, ClockReading clock)
    {
        LoadFinding finding = _loads[load].Watch.Check(_started ? _block : clock.Block, clock.Now);
        if (finding != LoadFinding.None)
            _loads[load].Tell(finding, _parts.Health);
        // Safe is off: a load that did not start in time must not start some time later, unasked.
        if (finding == LoadFinding.DeafToStart)
            _loads[load].Command(_block, "");
    }

    int IndexOf(string loadId) => Array.FindIndex(_loads, load => load.Id == loadId);

    // Records keep milliseconds.
    static DateTimeOffset Milliseconds(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
