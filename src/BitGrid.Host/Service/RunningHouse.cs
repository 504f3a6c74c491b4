using System.Collections.Immutable;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;
using BitGrid.Host.Archive;
using BitGrid.Host.Backup;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Devices;
using BitGrid.Host.Live;
using BitGrid.Host.Live.Signals;
using BitGrid.Host.Mqtt;
using BitGrid.Host.Plugins;
using BitGrid.Host.Secrets;
using BitGrid.Host.Store;

namespace BitGrid.Host.Service;

/// <summary>Everything that runs a house, from its broker to its archive. Starts in the order of the data's way, ends in the reverse.</summary>
internal sealed class RunningHouse : IAsyncDisposable
{
    static readonly TimeSpan LastCommands = TimeSpan.FromSeconds(3);

    // Most brokers answer at once; one that does not delays nothing further.
    static readonly TimeSpan FirstConnection = TimeSpan.FromMilliseconds(500);

    readonly HouseSetup _setup;
    readonly List<DeviceRunner> _devices = [];
    readonly SecretFiles _secrets;
    readonly Recorder _recorder;
    readonly HouseKeeping _keeping;
    readonly ConfigReload _reload;
    EmbeddedBroker? _broker;
    TopicReadings? _topics;
    OverrideTopic? _overrides;
    Echo? _echo;

    public RunningHouse(HouseSetup setup)
    {
        _setup = setup;
        HostSettings settings = setup.Configuration.Host;
        _secrets = new(setup.Request.Config);
        Clock = ClockOf(setup);
        Health = new(Clock.Time);
        Journal = new(setup.Data.Database, Clock.Time, Health.Note);
        Health.Happened += Remember;
        _recorder = new(Journal, Clock.Time);
        Controller = new(new ControllerParts
        {
            Time = Clock.Time,
            Site = setup.Configuration.Site,
            Engine = LiveEngine.Of(setup.Configuration, Health),
            ConfigHash = setup.Configuration.ConfigHash,
            Journal = Journal,
            Recorder = _recorder,
            Health = Health,
            LimitsOf = LimitsOf(settings.Mqtt.Topics),
            StartGraceOf = load => TimeSpan.FromSeconds(settings.Loads.First(entry => entry.Id == load).StartGraceS),
            StartPatience = TimeSpan.FromSeconds(3 * Clock.Speed),
            MaxOverrideBlocks = setup.Configuration.MaxOverrideBlocks,
        });
        _keeping = new(
            new ArchiveKeeper(setup.Data.Path, Journal, settings.Storage, Clock.Time, Health.Note),
            new DailyBackup(new(setup.Data.Database, setup.Request.Config, Clock.Time), settings.Backup, setup.Request.Config, setup.Configuration.Site.TimeZone, Clock.Time, Health),
            Clock.Time,
            Health);
        _reload = new(setup, Controller, Journal, Health, Clock.Time);
    }

    public HouseClock Clock { get; }

    public HealthLog Health { get; }

    public Journal Journal { get; }

    public Controller Controller { get; }

    /// <summary>The connection to the broker; <see langword="null"/> until the house has started.</summary>
    public MqttBus? Bus { get; private set; }

    /// <summary>Tells the broker; <see langword="null"/> until the house has started.</summary>
    public MqttPublisher? Publisher { get; private set; }

    /// <summary>Told of every decision once it is recorded.</summary>
    public Action<TakenDecision>? Recorded
    {
        get => _recorder.Recorded;
        set => _recorder.Recorded = value;
    }

    /// <summary>Time from the newest decision to its record.</summary>
    public TimeSpan Latency => _recorder.Latency;

    /// <summary>The configuration in force.</summary>
    public SiteConfiguration Configuration => _reload.Active;

    /// <summary>SHA-256 of the configuration in force.</summary>
    public string ConfigHash => Configuration.ConfigHash;

    /// <summary>The loaded plugins.</summary>
    public PluginCatalog Plugins => _setup.Plugins;

    /// <summary>How it is run: where its configuration and its data are.</summary>
    public RunRequest Request => _setup.Request;

    /// <summary>Brings the house to life.</summary>
    public async Task StartAsync()
    {
        await ConnectAsync();
        CreateDevices();
        _reload.Begin();
        Controller.Start();
        foreach (DeviceRunner device in _devices)
            device.Start();
        Clock.Start(_echo!.WaitAsync);
        _keeping.Start();
    }

    /// <summary>Puts the configuration as it stands in force, or tells why not.</summary>
    public void Reload() => _reload.Run();

    /// <summary>Changes how much the house does by itself, in <c>config.yaml</c>, and puts it in force.</summary>
    /// <returns>Why it cannot be changed; <see langword="null"/> when it is.</returns>
    public string? SetAutonomy(AutonomyLevel level) => _reload.SetAutonomy(level);

    public async ValueTask DisposeAsync()
    {
        await _keeping.DisposeAsync();
        Controller.Stop();
        using (CancellationTokenSource patience = new(LastCommands))
        {
            while (Controller.IsSwitching && !patience.IsCancellationRequested)
                await Task.Delay(20, CancellationToken.None);
        }

        await Clock.DisposeAsync();
        foreach (DeviceRunner device in _devices)
            await device.DisposeAsync();
        _echo?.Dispose();
        _overrides?.Dispose();
        _topics?.Dispose();
        Controller.Dispose();
        await _recorder.DisposeAsync();
        if (Publisher is { } publisher)
            await publisher.DisposeAsync();
        if (Bus is { } bus)
            await bus.DisposeAsync();
        if (_broker is { } broker)
            await broker.DisposeAsync();
        Journal.Dispose();
    }

    async Task ConnectAsync()
    {
        MqttSettings mqtt = _setup.Configuration.Host.Mqtt;
        if (mqtt.Embedded)
            mqtt = mqtt with { Host = "127.0.0.1", Port = await StartBrokerAsync(mqtt.Port) };
        Bus = new MqttBus(mqtt, _setup.Request.Config, _secrets, Health.Note, TimeProvider.System);
        Publisher = new(Bus, mqtt.BaseTopic);
        Health.Happened += Publisher.Publish;
        foreach (HealthEvent problem in Health.Problems)
            Publisher.Publish(problem);
        Recorded += decision =>
        {
            Publisher.Publish(decision);
            Publisher.Publish(decision.Row.State);
        };
        _topics = new(mqtt, Bus, Controller, Clock.Time, Health.Note);
        if (mqtt.Overrides)
            _overrides = new(mqtt.BaseTopic, _setup.Configuration.Site, _setup.Configuration.MaxOverrideBlocks, Bus, Controller, Publisher);
        TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Bus.Connected += (_, _) => connected.TrySetResult();
        _echo = new(Bus);
        Bus.Start();
        await Task.WhenAny(connected.Task, Task.Delay(FirstConnection));
    }

    // Without its broker a house has no readings, and a house without readings starts nothing: it goes on, and says so.
    async Task<int> StartBrokerAsync(int port)
    {
        try
        {
            _broker = await EmbeddedBroker.StartAsync(port);
            return _broker.Port;
        }
        catch (IOException failure)
        {
            Health.Raise(HealthLevel.Critical, "broker_failed", "", failure.Message);
            return port;
        }
    }

    void CreateDevices()
    {
        foreach (DeviceSetup setup in _setup.Configuration.Devices)
        {
            try
            {
                DeviceContext context = new(setup.Id, _setup.Configuration.Site, Clock.Time, Controller, Bus!, _secrets);
                IDevice device = setup.Offer.Create(setup.Options, context);
                _devices.Add(new(setup.Id, device, Clock.Time, Health));
                if (device is ILoadSwitch loadSwitch)
                    Controller.Connect(setup.Id, loadSwitch);
            }
            catch (PluginFaultException fault)
            {
                Health.Raise(HealthLevel.Critical, "device_failed", setup.Id, $"Device '{setup.Id}' cannot be created: {fault.InnerException?.Message ?? fault.Message} Check its section in config.yaml, or update its plugin.");
            }
        }
    }

    // The journal has noted itself what it tells.
    void Remember(HealthEvent happened)
    {
        if (!happened.Code.StartsWith("store_", StringComparison.Ordinal))
            Journal.Note(happened);
    }

    // A fast house goes on where it was.
    static HouseClock ClockOf(HouseSetup setup)
    {
        if (setup.Request.BlocksPerSecond is not { } blocksPerSecond)
            return HouseClock.Real();
        DateTimeOffset start = LastBlock(setup.Data.Database)?.WindowEnd ?? setup.Request.From ?? TimeProvider.System.GetUtcNow();
        return HouseClock.Fast(start, blocksPerSecond * Block.Seconds);
    }

    static Block? LastBlock(string database)
    {
        try
        {
            return File.Exists(database) && new Timeline(database).LatestDecisions(1) is [{ } last] ? last.Block : null;
        }
        catch (StoreException)
        {
            return null; // damaged: the journal will find that out, move it aside and tell
        }
    }

    static Func<Reading, string?, SignalLimits> LimitsOf(ImmutableArray<TopicSettings> topics) => (reading, load) =>
    {
        SignalLimits usual = SignalLimits.Of(reading);
        if (topics.FirstOrDefault(topic => topic.Reading == reading && (topic.Load is null || load is null || topic.Load == load)) is not { } topic)
            return usual;
        return new(
            topic.StaleAfterS is { } staleS ? TimeSpan.FromSeconds(staleS) : usual.StaleAfter,
            topic.FrozenAfterS is { } frozenS ? (frozenS == 0 ? null : TimeSpan.FromSeconds(frozenS)) : usual.FrozenAfter);
    };
}
