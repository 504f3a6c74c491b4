using BitGrid.Simulation;

namespace BitGrid.Samples.SampleHouse;

/// <summary>Miner, hot water, battery and grid meter, and what controlled them.</summary>
internal sealed class Devices(ulong seed)
{
    private readonly Controller _controller = new();
    private readonly Miner _miner = new(new Chance(seed, "miner"));
    private readonly HotWater _hotWater = new(new Chance(seed, "hot water"));
    private readonly Battery _battery = new(new Chance(seed, "battery"), capacityWh: 10_000, limitW: 5_000);
    private readonly Mining _mining = new(seed);
    private double _lastSurplusW;

    /// <summary>Goes one block on: switches by the surplus of the block before, then lets the battery balance what results.</summary>
    public Row Step(Weather weather, double loadW, double priceCtKwh, (int[] SurplusW, double Confidence) forecast, Faults faults)
    {
        int pvW = (int)Math.Round(weather.PvW);
        int houseW = (int)Math.Round(loadW);
        _controller.Step(_lastSurplusW);
        int levelW = _controller.Running ? Controller.LevelsW[_controller.Level - 1] : 0;
        var miner = _miner.Step(levelW, Air.CellarC(weather.AirC), faults.FanFailed(weather.WindowStart));
        int heatW = _hotWater.Step(weather.WindowStart, _lastSurplusW - levelW);
        int needW = houseW + miner.PowerW + heatW - pvW;
        int batteryW = _battery.Step(needW, 1.0 / 6);
        _mining.Step();
        _lastSurplusW = pvW - houseW;

        return new()
        {
            WindowStart = weather.WindowStart,
            PvPowerW = pvW,
            HouseLoadW = houseW,
            GridPowerW = needW - batteryW,
            BatteryPowerW = batteryW,
            BatterySocPct = _battery.SocPct,
            MinerPowerW = miner.PowerW,
            MinerTempC = miner.TempC,
            MinerHashrateThs = miner.HashrateThs,
            MinerHeartbeatAgeS = miner.HeartbeatAgeS,
            HeatTempC = _hotWater.TempC,
            HeatPowerW = heatW,
            PriceCtKwh = priceCtKwh,
            FeedInCtKwh = Prices.FeedInCtKwh,
            HashpriceSatsThsDay = _mining.HashpriceSatsThsDay,
            BtcPriceEur = _mining.BtcPriceEur,
            ForecastSurplusW = forecast.SurplusW,
            ForecastConfidence = forecast.Confidence,
            Running = _controller.Running,
            Level = _controller.Level,
            BlocksSinceChange = _controller.BlocksSinceChange,
        };
    }
}
