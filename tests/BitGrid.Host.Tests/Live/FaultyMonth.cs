using BitGrid.Simulation;

namespace BitGrid.Host.Tests.Live;

/// <summary>
/// A month of a house in which something goes wrong every few hours. Weather, household and the heat of the miner are those of
/// the simulation; everything depends on the seed alone.
/// </summary>
sealed class FaultyMonth(uint seed)
{
    static readonly DateTimeOffset Start = new(2025, 5, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Step = TimeSpan.FromSeconds(30);
    static readonly double[] LevelsW = [0, 800, 1300, 1650];
    static readonly Plant Roof = Plant.Sample;

    readonly Chance _chance = new(seed, "faults");
    readonly Asic _asic = new(new Chance(seed, "asic"), efficiencyJTh: 18.5, startC: 20);
    readonly HashSet<MonthFault> _seen = [];
    readonly List<long> _lived = [Block.At(Start).Id];
    HouseDay _day = new(seed, Roof, DateOnly.FromDateTime(Start.Date));
    LiveHouse _house = null!;
    MonthFault _fault;
    int _blocksLeft = 6;
    TimeSpan _hot;

    public MemoryJournal Journal { get; } = new();

    /// <summary>Faults that happened.</summary>
    public IReadOnlySet<MonthFault> Seen => _seen;

    /// <summary>Blocks that the house lived in for the first time: while the clock repeats an hour there is none.</summary>
    public IReadOnlyList<long> Lived => _lived;

    /// <summary>Longest time that the miner worked at 85 °C or more.</summary>
    public TimeSpan LongestHeat { get; private set; }

    public async Task LiveAsync(int blocks)
    {
        _house = Begin(Start);
        for (int block = 0; block < blocks; block++)
        {
            await NextFaultAsync();
            for (int step = 0; step < Block.Seconds / Step.TotalSeconds; step++)
                Go();
        }

        await _house.DisposeAsync();
    }

    LiveHouse Begin(DateTimeOffset now, int level = 0)
    {
        LiveHouse house = new(Journal, now) { Step = Step };
        house.Miner.Level = level;
        Measure(house);
        return house.Begin();
    }

    void Go()
    {
        _asic.Switch(LevelsW[_house.Miner.Level]);
        double roomC = Air.CellarC(_day.AirC(_house.Time.GetUtcNow()));
        _asic.Step(Step.TotalSeconds, roomC, _fault switch { MonthFault.FanFailed => Cooling.FanFailed, MonthFault.AirBlocked => Cooling.Blocked, _ => Cooling.Normal });
        _hot = _asic is { State: AsicState.Hashing, TempC: >= 85 } ? _hot + Step : TimeSpan.Zero;
        LongestHeat = _hot > LongestHeat ? _hot : LongestHeat;
        Measure(_house);
        _house.Run(Step);
        if (Block.At(_house.Time.GetUtcNow()).Id is var block && block > _lived[^1])
            _lived.Add(block);
    }

    void Measure(LiveHouse house)
    {
        DateTimeOffset now = house.Time.GetUtcNow();
        if (DateOnly.FromDateTime(now.UtcDateTime) is var today && today != _day.Date)
            _day = new(seed, Roof, today);
        bool silent = _fault == MonthFault.AllSilent;
        double pvW = _day.PvW(now);
        double loadW = _day.LoadW(now);
        house.PvW = silent || _fault == MonthFault.PvSilent ? null : pvW;
        house.HouseW = silent ? null : loadW;
        house.GridW = silent || _fault == MonthFault.GridSilent ? null : loadW + _asic.PowerW - pvW;
        house.SocPct = silent || _fault == MonthFault.BatterySilent ? null : 55 + (30 * Math.Sin(now.ToUnixTimeSeconds() / 50_000.0));
        house.PriceCtKwh = silent || _fault == MonthFault.PriceSilent ? null : _day.PriceCtKwh(now);
        house.TempC = _asic.TempC;
        house.MinerSpeaks = !silent && _fault != MonthFault.MinerSilent;
    }

    async Task NextFaultAsync()
    {
        if (--_blocksLeft > 0)
            return;
        bool wasWell = _fault == MonthFault.None;
        _fault = wasWell ? (MonthFault)(1 + (int)_chance.Between(0, Enum.GetValues<MonthFault>().Length - 1)) : MonthFault.None;
        _blocksLeft = (int)_chance.Between(1, wasWell ? 9 : 18);
        _seen.Add(_fault);
        _house.Miner.Deaf = _fault == MonthFault.MinerDeaf;
        _house.Miner.Offline = _fault == MonthFault.MinerOffline;
        if (_fault is MonthFault.ClockForward or MonthFault.ClockBack)
            _house.Time.SetWallClock(TimeSpan.FromHours(_fault == MonthFault.ClockForward ? 1 : -1));
        if (_fault == MonthFault.Crash)
            await CrashAsync();
    }

    // Nobody is told to stop; the next one finds the miner as it is, some seconds later.
    async Task CrashAsync()
    {
        await _house.DisposeAsync();
        _house = Begin(_house.Time.GetUtcNow().AddSeconds(_chance.Between(2, 40)), _house.Miner.Level);
    }
}
