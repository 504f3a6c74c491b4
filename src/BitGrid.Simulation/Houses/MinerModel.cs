namespace BitGrid.Simulation.Houses;

/// <summary>A bitcoin miner: boots, hashes, heats up and cools down (<see cref="ChipHeat"/>).</summary>
sealed class MinerModel(LoadSpec load, HouseSpec house, Chance chance) : ILoadModel
{
    const double BlockS = 600;
    const double SensorNoiseK = 0.25;

    readonly ChipHeat _chip = new(house.RoomTempC);
    int _level;
    double _heartbeatAgeS = BlockS;

    public LoadBlock Step(int level, long blockId, HouseFaults faults)
    {
        bool wasOff = _level == 0;
        if (!faults.HasFlag(HouseFaults.LoadDeaf))
            _level = level;
        LoadEnergy energy = load.EnergyOf(_level, wasOff);
        if (faults.HasFlag(HouseFaults.MinerHung))
            energy = energy with { UsefulWh = 0 };

        _chip.Step(1, _level == 0 ? 0 : energy.DrawnWh / HouseModel.BlockHours, house.RoomC(blockId), CoolingUnder(faults));
        _heartbeatAgeS = energy.UsefulWh > 0 ? chance.Between(1, 13) : _heartbeatAgeS + BlockS;
        double hashrateThs = energy.UsefulWh / HouseModel.BlockHours / (load.EfficiencyJTh ?? double.PositiveInfinity);
        return new(_level, energy, _chip.TempC + (SensorNoiseK * chance.Normal()), hashrateThs, _heartbeatAgeS);
    }

    static Cooling CoolingUnder(HouseFaults faults) =>
        faults.HasFlag(HouseFaults.AirBlocked) ? Cooling.Blocked
        : faults.HasFlag(HouseFaults.FanFailed) ? Cooling.FanFailed
        : Cooling.Normal;
}
