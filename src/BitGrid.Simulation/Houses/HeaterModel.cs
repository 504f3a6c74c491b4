namespace BitGrid.Simulation.Houses;

/// <summary>A heating rod in a hot water buffer (<see cref="HotWaterTank"/>). Its thermostat cuts at 62 °C, whatever it is told.</summary>
sealed class HeaterModel(LoadSpec load) : ILoadModel
{
    const double CutC = 62;

    readonly HotWaterTank _tank = new(startC: 50);
    int _level;

    public LoadBlock Step(int level, long blockId, HouseFaults faults)
    {
        if (!faults.HasFlag(HouseFaults.LoadDeaf))
            _level = level;
        DateTimeOffset utc = DateTimeOffset.FromUnixTimeSeconds(blockId * 600);
        double lostWh = _tank.LossWh(HouseModel.BlockHours) + HotWaterTank.DrawWh(utc, HouseModel.BlockHours);
        double roomWh = Math.Max(0, ((CutC - _tank.TempC) * HotWaterTank.WhPerK) + lostWh);
        double heatWh = _level == 0 ? 0 : Math.Min(load.PowerAt(_level) * HouseModel.BlockHours, roomWh);
        _tank.Step(heatWh, lostWh);
        LoadEnergy energy = new(_level == 0 ? load.EnergyOf(0, starts: false).DrawnWh : heatWh, heatWh);
        return new(_level, energy, _tank.TempC, HashrateThs: 0, HeartbeatAgeS: heatWh > 0 ? 0 : double.NaN);
    }
}
