using System.Globalization;
using BitGrid.Simulation;

namespace BitGrid.Devices.Simulated;

/// <summary>
/// The house: what the day brings, and what its battery and loads make of it. It goes in steps of fixed length on a grid of
/// the clock, so however fast or jerky that clock runs, the same commands at the same times give the same readings.
/// </summary>
/// <remarks>Not safe for several threads: <see cref="SimulatedHouse"/> locks.</remarks>
sealed class HouseModel
{
    /// <summary>Standard deviation of what the PV meter says, as a share.</summary>
    const double MeterNoise = 0.002;

    readonly SimulatedHouseOptions _options;
    readonly Plant _plant;
    readonly SimulatedMiner? _miner;
    readonly SimulatedHeater? _heater;
    readonly Battery? _battery;
    HouseDay _day;
    DateTimeOffset _now;
    int _batteryW;
    int _needW;

    /// <param name="options">Settings of the house.</param>
    /// <param name="start">Where its clock stands, UTC.</param>
    public HouseModel(SimulatedHouseOptions options, DateTimeOffset start)
    {
        ulong seed = (ulong)options.Seed;
        _options = options;
        _plant = new(options.LatitudeDeg, options.LongitudeDeg, options.PvPeakW, 0.8 * options.PvPeakW);
        _now = GridTime(start);
        _day = Today();
        _miner = options.MinerLevelsW.IsEmpty ? null : new(options, seed, RoomC);
        _heater = options.HeaterPowerW > 0 ? new(options.HeaterPowerW) : null;
        _battery = options.BatteryKwh > 0 ? new(new Chance(seed, "battery"), options.BatteryKwh * 1000, options.BatteryPowerW) : null;
        Step();
    }

    /// <summary>A house that slept longer than this wakes where it is; nobody was there to see what it missed.</summary>
    static TimeSpan LongestCatchUp { get; } = TimeSpan.FromDays(1);

    /// <summary>How the miner misbehaves.</summary>
    public MinerFault MinerFault
    {
        set => _miner?.Fault = value;
    }

    /// <summary>Number of levels of the miner.</summary>
    public int MinerLevels => _options.MinerLevelsW.Length;

    double RoomC => Air.CellarC(_day.AirC(_now));

    // Of the instant alone, so that a house started later sees the same. An inverter at its limit for hours would else look like a broken meter.
    int PvW => (int)Math.Round(_day.PvW(_now) * (1 + (MeterNoise * new Chance(((ulong)_options.Seed << 34) ^ (ulong)_now.ToUnixTimeSeconds(), "pv meter").Normal())));

    int LoadW => (int)Math.Round(_day.LoadW(_now));

    /// <summary>Goes on to an instant, UTC.</summary>
    public void GoOnTo(DateTimeOffset utc)
    {
        DateTimeOffset to = GridTime(utc);
        if (to < _now || to - _now > LongestCatchUp)
            _now = to.AddSeconds(-_options.PublishS);
        while (_now < to)
        {
            _now = _now.AddSeconds(_options.PublishS);
            Step();
        }
    }

    public void SwitchMiner(int level) => _miner?.Switch(level);

    public void SwitchHeater(bool on) => _heater?.Switch(on);

    /// <summary>What the sensors say now. Powers are whole watts: <c>grid = load + miner + heater − pv − battery</c> holds exactly.</summary>
    public IEnumerable<HouseMessage> Messages()
    {
        (double satsThsDay, double btcEur) = _day.Mining(_now);
        List<HouseMessage> messages =
        [
            HouseMessage.Of("pv/power_w", PvW),
            HouseMessage.Of("load/power_w", LoadW),
            HouseMessage.Of("grid/power_w", _needW - _batteryW),
            HouseMessage.Of("price/ct_kwh", _day.PriceCtKwh(_now)),
            HouseMessage.Of("hashprice/sats_ths_day", satsThsDay),
            HouseMessage.Of("btc/eur", btcEur),
            new("forecast", Forecast()),
        ];
        if (_battery is not null)
            messages.AddRange([HouseMessage.Of("battery/power_w", _batteryW), HouseMessage.Of("battery/soc_pct", _battery.SocPct)]);
        messages.AddRange(_miner?.Messages() ?? []);
        messages.AddRange(_heater?.Messages() ?? []);
        return messages;
    }

    void Step()
    {
        double hours = _options.PublishS / 3600.0;
        _day = Today();
        _miner?.Step(_options.PublishS, RoomC);
        _heater?.Step(_now, hours);
        _needW = LoadW + (_miner?.PowerW ?? 0) + (_heater?.PowerW ?? 0) - PvW;
        _batteryW = _battery?.Step(_needW, hours) ?? 0;
    }

    string Forecast()
    {
        (IReadOnlyList<int> surplusW, double confidence) = _day.Forecast(_now);
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"first":"{{Block.At(_now).WindowEnd:yyyy-MM-dd'T'HH:mm:ss'Z'}}","surplus_w":[{{string.Join(',', surplusW)}}],"confidence":{{confidence:0.##}}}""");
    }

    HouseDay Today()
    {
        DateOnly date = DateOnly.FromDateTime(_now.UtcDateTime);
        return _day?.Date == date ? _day : new((uint)_options.Seed, _plant, date);
    }

    DateTimeOffset GridTime(DateTimeOffset utc) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.DivRem(utc.ToUnixTimeSeconds(), _options.PublishS).Quotient * _options.PublishS);
}
