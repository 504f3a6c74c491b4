using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BitGrid.Engine.Replay;
using BitGrid.Host.Configuration;
using BitGrid.Host.History;
using BitGrid.Host.Live;
using BitGrid.Host.Plugins;
using BitGrid.Host.Service;
using BitGrid.Host.Store;

namespace BitGrid.Host.Web.View;

/// <summary>
/// What page and API can know of a house: the one place they read from. Safe to use from any thread, cheap enough to ask for every
/// request: the controller is looked at a few times a second at the most, however many ask, and the way of a decision never waits.
/// </summary>
internal sealed class HouseView : IDisposable
{
    // People see no difference, and the controller feels none.
    static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);

    readonly RunningHouse _house;
    readonly Lock _looking = new();
    readonly ConcurrentDictionary<string, DecisionRecord> _newest = new();
    readonly ConcurrentDictionary<string, DateTimeOffset> _switched = new();
    readonly ConditionalWeakTable<LoadNow, Outlook> _outlooks = [];
    long _lookedAt;
    long _decisions;
    HouseNow? _now;
    Oracle? _oracle;

    public HouseView(RunningHouse house)
    {
        _house = house;
        Vocabulary vocabulary = new(house.Plugins.Offers);
        Records = new(vocabulary);
        History = new(house.Request.Data);
        Speaker = new(house.Configuration.Site.TimeZone);
        // First listen, then look back: nothing falls between.
        house.Recorded += Note;
        house.Health.Happened += Note;
        foreach (LoadProfile load in house.Configuration.Site.Loads)
            LookBack(load.Id);
    }

    /// <summary>The configuration in force.</summary>
    public SiteConfiguration Configuration => _house.Configuration;

    /// <summary>The installed plugins.</summary>
    public PluginCatalog Plugins => _house.Plugins;

    /// <summary>Folders of configuration and data.</summary>
    public RunRequest Request => _house.Request;

    /// <summary>The clock of the house.</summary>
    public TimeProvider Time => _house.Clock.Time;

    /// <summary>Seconds of the house in a second.</summary>
    public double Speed => _house.Clock.Speed;

    /// <summary>False until the first decision after the start.</summary>
    public bool IsStarted => _house.Controller.IsStarted;

    /// <summary>Time from the newest decision to its record.</summary>
    public TimeSpan Latency => _house.Latency;

    /// <summary>The problems there are now, the gravest first.</summary>
    public IReadOnlyList<HealthEvent> Problems => _house.Health.Problems;

    /// <summary>The decisions of the past. Reads the disk.</summary>
    public HouseHistory History { get; }

    /// <summary>Reads the lines of the past back into records.</summary>
    public RecordReader Records { get; }

    /// <summary>Says things in both languages.</summary>
    public Speaker Speaker { get; }

    /// <summary>News as they happen.</summary>
    public HouseFeed Feed { get; } = new();

    /// <summary>The house now, at most a quarter of a second old.</summary>
    public HouseNow Now()
    {
        if (Known() is { } known)
            return known;
        lock (_looking)
        {
            if (Known() is { } meanwhile)
                return meanwhile;
            long decisions = Interlocked.Read(ref _decisions);
            HouseNow now = Compose(_house.Controller.Look());
            // A decision that came in between is not in it: then the next who asks looks again.
            Volatile.Write(ref _now, decisions == Interlocked.Read(ref _decisions) ? now : null);
            Volatile.Write(ref _lookedAt, TimeProvider.System.GetTimestamp());
            return now;
        }
    }

    /// <summary>What the next block will bring for a load, if nothing or only some quantities change (<see cref="Oracle.Ask"/>).</summary>
    /// <exception cref="ArgumentException">One of them is no quantity that can be set.</exception>
    public Outlook Ahead(LoadNow load, IReadOnlyCollection<KeyValuePair<string, double>> changes) => Oracle().Ask(load, changes);

    /// <summary>What the next block will bring for a load; found out once for all who ask within the same quarter of a second.</summary>
    public Outlook Ahead(LoadNow load) => _outlooks.GetValue(load, now => Oracle().Ask(now));

    public void Dispose()
    {
        _house.Recorded -= Note;
        _house.Health.Happened -= Note;
    }

    HouseNow? Known() =>
        TimeProvider.System.GetElapsedTime(Volatile.Read(ref _lookedAt)) < Fresh ? Volatile.Read(ref _now) : null;

    HouseNow Compose(Glance glance) => new(
        glance.Time,
        glance.Block,
        glance.IsStarted,
        glance.Loads[0].State,
        [.. glance.Loads.Select((row, i) => Load(Configuration.Site.Loads[i], row, glance))],
        glance.Signals,
        _house.Bus?.Status);

    LoadNow Load(LoadProfile profile, ReplayRow row, Glance glance)
    {
        DecisionRecord? newest = _newest.GetValueOrDefault(profile.Id);
        bool isStable = newest is not null && newest.ValidUntil >= glance.Block && newest.ValidUntil > newest.Block;
        return new(profile, row, Since(profile.Id, row, glance.Block), isStable ? newest!.ValidUntil.WindowEnd : null, newest);
    }

    // To the second where the change was seen, else to the block.
    DateTimeOffset? Since(string loadId, ReplayRow row, Block block)
    {
        if (row.Recorded is not { BlocksSinceChange: < LoadStatus.LongSince and int blocks })
            return null;
        Block changedIn = block.Plus(-blocks);
        return _switched.TryGetValue(loadId, out DateTimeOffset seen) && Block.At(seen) == changedIn ? seen : changedIn.WindowStart;
    }

    Oracle Oracle()
    {
        Oracle? oracle = Volatile.Read(ref _oracle);
        if (oracle is not null && ReferenceEquals(oracle.Configuration, Configuration))
            return oracle;
        Oracle next = new(Configuration);
        Volatile.Write(ref _oracle, next);
        return next;
    }

    void Note(TakenDecision decision)
    {
        Remember(decision.Record);
        Interlocked.Increment(ref _decisions);
        Volatile.Write(ref _now, null);
        Feed.Tell(new(decision, Event: null));
    }

    void Note(HealthEvent happened) => Feed.Tell(new(Decision: null, happened));

    void Remember(DecisionRecord record)
    {
        _newest[record.LoadId] = record;
        if (record.Action is DecisionAction.Start or DecisionAction.Stop)
            _switched[record.LoadId] = record.Time;
    }

    void LookBack(string loadId)
    {
        try
        {
            if (History.Newest(loadId) is { } past && _newest.TryAdd(loadId, Records.Read(past.Line)) && past.Action is "Start" or "Stop")
                _switched.TryAdd(loadId, past.Time);
        }
        catch (Exception unreadable) when (unreadable is StoreException or JsonException)
        {
            // The journal tells of a database that cannot be read; the next decision is known again.
        }
    }
}
