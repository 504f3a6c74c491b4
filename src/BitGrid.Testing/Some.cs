using System.Collections.Immutable;

namespace BitGrid.Testing;

/// <summary>
/// Throw-away values, so that only what matters stands in a test. Together they are a good moment: a sunny noon with 3 kW of
/// surplus, a full battery, a fair price, and a cool load that is off. A parameter given as <see langword="null"/> is a missing reading.
/// </summary>
public static class Some
{
    /// <summary>The block that begins on 21 June 2024 at 10:00 UTC.</summary>
    public static Block Block { get; } = Block.At(new(2024, 6, 21, 10, 0, 0, TimeSpan.Zero));

    /// <summary>A snapshot of the site.</summary>
    /// <param name="surplusW">PV minus house, W; negative when the house needs more than the sun gives.</param>
    /// <param name="gridPowerW">Net power at the grid, W: + import, − export.</param>
    /// <param name="batterySocPct">State of charge, 0 to 100 %.</param>
    /// <param name="priceCtKwh">Price to buy, ct/kWh.</param>
    /// <param name="feedInCtKwh">Tariff for selling, ct/kWh.</param>
    /// <param name="hashpriceSatsThsDay">What the network pays, sats per TH/s and day.</param>
    /// <param name="btcPriceEur">Price of one bitcoin, EUR.</param>
    /// <param name="heatTempC">Temperature of the heat buffer, °C.</param>
    /// <param name="forecastSurplusW">Forecast of the surplus, W, the next block first; none when left out.</param>
    /// <param name="forecastConfidence">Confidence in the forecast, 0 to 1.</param>
    /// <param name="quality">How far the snapshot can be trusted.</param>
    /// <param name="missing">Names of required readings that are missing.</param>
    /// <param name="block">The block it belongs to; <see cref="Block"/> when left out. A scenario stamps its own.</param>
    public static EnergyState State(
        double? surplusW = 3000,
        double? gridPowerW = -3000,
        double? batterySocPct = 80,
        double? priceCtKwh = 15,
        double? feedInCtKwh = 8,
        double? hashpriceSatsThsDay = 80,
        double? btcPriceEur = 60_000,
        double? heatTempC = 40,
        IEnumerable<double>? forecastSurplusW = null,
        double? forecastConfidence = null,
        DataQuality quality = DataQuality.Ok,
        IEnumerable<string>? missing = null,
        Block? block = null) => new()
        {
            Block = block ?? Block,
            Time = (block ?? Block).WindowStart,
            // One of the two is 0, so that the surplus is exactly the number given.
            PvPowerW = surplusW is { } pv ? Math.Max(0, pv) : null,
            HouseLoadW = surplusW is { } need ? Math.Max(0, -need) : null,
            GridPowerW = gridPowerW,
            BatterySocPct = batterySocPct,
            PriceCtKwh = priceCtKwh,
            FeedInCtKwh = feedInCtKwh,
            HashpriceSatsThsDay = hashpriceSatsThsDay,
            BtcPriceEur = btcPriceEur,
            HeatTempC = heatTempC,
            ForecastSurplusW = forecastSurplusW?.ToImmutableArray() ?? [],
            ForecastConfidence = forecastConfidence,
            Quality = quality,
            Missing = missing?.ToImmutableArray() ?? [],
        };

    /// <summary>A house.</summary>
    /// <param name="loads">Its flexible loads, the most important first; one <see cref="Load"/> when left out.</param>
    /// <param name="hasBattery">True when there is a battery.</param>
    /// <param name="timeZone">Its time zone; UTC when left out.</param>
    /// <param name="feedInCtKwh">Fixed tariff for selling, ct/kWh.</param>
    /// <param name="heatLimitC">Largest temperature of the heat buffer, °C.</param>
    /// <param name="heatCostCtKwh">Cost of the heat that a kWh displaces, ct/kWh.</param>
    public static SiteProfile Site(
        IEnumerable<LoadProfile>? loads = null,
        bool hasBattery = true,
        TimeZoneInfo? timeZone = null,
        double? feedInCtKwh = null,
        double? heatLimitC = null,
        double? heatCostCtKwh = null) => new()
        {
            Loads = loads?.ToImmutableArray() ?? [Load()],
            HasBattery = hasBattery,
            TimeZone = timeZone ?? TimeZoneInfo.Utc,
            FeedInCtKwh = feedInCtKwh,
            HeatLimitC = heatLimitC,
            HeatCostCtKwh = heatCostCtKwh,
        };

    /// <summary>A flexible load.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="kind">What it turns electricity into.</param>
    /// <param name="levelsW">Power of each level, W; 800, 1200 and 1600 when left out.</param>
    /// <param name="efficiencyJTh">Energy per hash, J/TH.</param>
    /// <param name="temperature">When it tells its temperature.</param>
    /// <param name="heartbeat">True when it proves its work.</param>
    /// <param name="levelHysteresisW">Surplus beyond a level's power that is needed to step up to it, W.</param>
    public static LoadProfile Load(
        string id = "miner",
        LoadKind kind = LoadKind.Miner,
        IEnumerable<double>? levelsW = null,
        double? efficiencyJTh = 20,
        TemperatureSensing temperature = TemperatureSensing.Always,
        bool heartbeat = true,
        double levelHysteresisW = 100) => new()
        {
            Id = id,
            Kind = kind,
            LevelsW = levelsW?.ToImmutableArray() ?? [800, 1200, 1600],
            EfficiencyJTh = efficiencyJTh,
            Temperature = temperature,
            Heartbeat = heartbeat,
            LevelHysteresisW = levelHysteresisW,
        };

    /// <summary>What a load measures of itself.</summary>
    /// <param name="tempC">Hottest temperature, °C.</param>
    /// <param name="heartbeatAgeS">Seconds since the last proof of work.</param>
    /// <param name="powerW">Electrical power, W.</param>
    public static LoadReadings Readings(double? tempC = 60, double? heartbeatAgeS = 5, double? powerW = null) =>
        new() { TempC = tempC, HeartbeatAgeS = heartbeatAgeS, PowerW = powerW };

    /// <summary>A load that runs.</summary>
    /// <param name="level">Its level, 1 or more.</param>
    /// <param name="blocks">Blocks since it was started; long ago when left out.</param>
    public static LoadStatus Running(int level = 1, int blocks = LoadStatus.LongSince) => new(true, level, blocks);

    /// <summary>A load that is off.</summary>
    /// <param name="blocks">Blocks since it was stopped; long ago when left out.</param>
    public static LoadStatus Off(int blocks = LoadStatus.LongSince) => new(false, 0, blocks);

    /// <summary>Everything a rule or policy may look at. What is left over for a later load is set with <c>with { SurplusW = … }</c>.</summary>
    /// <param name="state">Readings of the site; <see cref="State"/> when left out.</param>
    /// <param name="readings">Readings of the load; <see cref="Readings"/> when left out.</param>
    /// <param name="status">What the load does; off when left out.</param>
    /// <param name="site">The house; one with only <paramref name="load"/> when left out.</param>
    /// <param name="load">The load; the site's first when left out.</param>
    /// <param name="wish">A person's wish.</param>
    public static Situation Situation(
        EnergyState? state = null,
        LoadReadings? readings = null,
        LoadStatus? status = null,
        SiteProfile? site = null,
        LoadProfile? load = null,
        ManualOverride? wish = null)
    {
        state ??= State();
        load ??= site?.Loads[0] ?? Load();
        return new(site ?? Site([load]), load, state, readings ?? Readings(), status ?? LoadStatus.Off, state.SurplusW, wish);
    }

    /// <summary>What the host lends to a device, for a device under test.</summary>
    /// <param name="time">The clock: a fake one, so that nothing waits.</param>
    /// <param name="bus">The MQTT connection; one nobody else is on when left out.</param>
    /// <param name="telemetry">Where it reports; kept for nobody when left out.</param>
    /// <param name="secrets">Its passwords; none when left out.</param>
    /// <param name="site">The house; one with only <see cref="Load"/> when left out.</param>
    public static DeviceContext Device(
        TimeProvider time,
        IMessageBus? bus = null,
        ITelemetry? telemetry = null,
        ISecrets? secrets = null,
        SiteProfile? site = null) =>
        new("device", site ?? Site(), time, telemetry ?? new RecordingTelemetry(), bus ?? new LocalBus(), secrets ?? new LocalSecrets());

    /// <summary>A command for a load.</summary>
    /// <param name="level">0: off; else the level.</param>
    /// <param name="powerW">Power of that level, W; as <see cref="Load"/> has it when left out.</param>
    /// <param name="validForS">How long the load may go on without a further command, s.</param>
    /// <param name="id">Name of the command.</param>
    /// <param name="loadId">The load.</param>
    public static LoadCommand Command(int level, double? powerW = null, double validForS = 900, string id = "command", string loadId = "miner") =>
        new(id, loadId, level, powerW ?? Load(loadId).PowerAt(level), TimeSpan.FromSeconds(validForS));

    /// <summary>A reason with its code as sentence, for rules that exist only in a test.</summary>
    /// <param name="code">Its code, for example <c>R9_WHATEVER</c>.</param>
    public static Reason Reason(string code = "SOME_REASON") => new(code, code, code);
}
