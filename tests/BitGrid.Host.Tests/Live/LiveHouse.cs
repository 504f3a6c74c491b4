using System.Diagnostics;
using BitGrid.Engine;
using BitGrid.Host.Configuration;
using BitGrid.Host.Live;
using BitGrid.Host.Service;
using BitGrid.Host.Tests.Configuration;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Live;

/// <summary>
/// The shipped house under the real controller, rules and engine, in the hands of a test: its sensors speak every ten seconds,
/// its clock goes when the test says so. By default a sunny day: 3 kW of surplus, a full battery, cheap power, a cool miner.
/// </summary>
sealed class LiveHouse : IAsyncDisposable
{
    static readonly SiteConfiguration Shipped = ConfigLoader.Load(RepositoryRoot.PathTo("config"), Offers.BuiltIn).Configuration!;

    readonly Recorder _recorder;

    public LiveHouse(MemoryJournal? journal = null, DateTimeOffset? start = null, IEnumerable<RegisteredRule>? moreRules = null)
    {
        Journal = journal ?? new();
        Time = new(start ?? Noon);
        Health = new(Time) { Happened = Journal.Note };
        Miner = new("miner", Time);
        Engine = LiveEngine.Of(Shipped with { Rules = [.. Shipped.Rules, .. moreRules ?? []] }, Health);
        _recorder = new(Journal, Time);
        Controller = new(new ControllerParts
        {
            Time = Time,
            Site = Shipped.Site,
            Engine = Engine,
            ConfigHash = Shipped.ConfigHash,
            Journal = Journal,
            Recorder = _recorder,
            Health = Health,
        });
        Controller.Connect("test-miner", Miner);
    }

    /// <summary>A Sunday in June, on a boundary of blocks.</summary>
    public static DateTimeOffset Noon { get; } = new(2025, 6, 8, 12, 0, 0, TimeSpan.Zero);

    public MemoryJournal Journal { get; }

    public SteppableTime Time { get; }

    public HealthLog Health { get; }

    public TestMiner Miner { get; }

    public DecisionEngine Engine { get; }

    public Controller Controller { get; }

    public double? PvW { get; set; } = 4000;

    public double? HouseW { get; set; } = 1000;

    public double? GridW { get; set; } = -2000;

    public double? SocPct { get; set; } = 80;

    public double? PriceCtKwh { get; set; } = 15;

    public double? TempC { get; set; } = 55;

    public bool MinerSpeaks { get; set; } = true;

    /// <summary>How often the sensors speak.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The last decision about the miner.</summary>
    public DecisionRecord Last => Journal.Decisions[^1].Record;

    public IEnumerable<DecisionRecord> Ticks => Journal.Decisions.Where(decision => !decision.Row.IsBetweenTicks).Select(decision => decision.Record);

    /// <summary>Starts the controller and lets the sensors speak once.</summary>
    public LiveHouse Begin()
    {
        Controller.Start();
        Speak();
        Settle();
        return this;
    }

    /// <summary>Lets the house live for a while.</summary>
    public LiveHouse Run(TimeSpan duration)
    {
        for (TimeSpan left = duration; left > TimeSpan.Zero; left -= Step)
        {
            Time.Advance(left < Step ? left : Step);
            Settle();
            Speak();
            Settle();
        }

        return this;
    }

    public LiveHouse RunBlocks(int count) => Run(TimeSpan.FromSeconds((double)count * Block.Seconds));

    /// <summary>Lets the sensors speak.</summary>
    public void Speak()
    {
        // A living meter never says the same twice.
        double wobble = Time.GetTimestamp() % 97 / 100.0;
        Tell(Reading.PvPowerW, PvW + wobble);
        Tell(Reading.HouseLoadW, HouseW + wobble);
        Tell(Reading.GridPowerW, GridW + wobble);
        Tell(Reading.BatterySocPct, SocPct);
        Tell(Reading.PriceCtKwh, PriceCtKwh);
        if (!MinerSpeaks)
            return;
        Controller.Report(new LoadReport("miner", Miner.Level > 0, Miner.Level > 0 ? Miner.Level : null));
        Tell(Reading.MinerTempC, TempC);
        if (Miner.Level > 0)
            Tell(Reading.MinerHeartbeatAgeS, 1);
    }

    /// <summary>Lets one sensor speak.</summary>
    public void Tell(Reading reading, double? value)
    {
        if (value is not null)
            Controller.Report(new Measurement(reading, value));
        Settle();
    }

    /// <summary>Waits until every decision is recorded and every command has reached the miner.</summary>
    public void Settle()
    {
        long began = Stopwatch.GetTimestamp();
        while (!_recorder.IsIdle || Controller.IsSwitching)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "The house does not settle.");
            Thread.Sleep(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Controller.Dispose();
        await _recorder.DisposeAsync();
    }
}
