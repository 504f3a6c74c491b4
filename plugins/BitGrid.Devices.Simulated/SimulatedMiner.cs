using BitGrid.Simulation;

namespace BitGrid.Devices.Simulated;

/// <summary>The miner in the cellar: obeys its command topic, unless it is made deaf or hot.</summary>
sealed class SimulatedMiner(SimulatedHouseOptions options, ulong seed, double roomC)
{
    readonly Asic _asic = new(new Chance(seed, "asic"), options.MinerEfficiencyJTh, roomC);
    int _level;

    /// <summary>How it misbehaves.</summary>
    public MinerFault Fault { get; set; }

    public int PowerW => _asic.PowerW;

    public void Switch(int level)
    {
        if (Fault == MinerFault.Deaf)
            return;
        _level = level;
        _asic.Switch(level == 0 ? 0 : options.MinerLevelsW[level - 1]);
    }

    public void Step(double seconds, double roomC) =>
        _asic.Step(seconds, roomC, Fault == MinerFault.Hot ? Cooling.Blocked : Cooling.Normal);

    public IEnumerable<HouseMessage> Messages() =>
    [
        HouseMessage.Of("miner/power_w", _asic.PowerW),
        HouseMessage.Of("miner/temp_c", _asic.TempC),
        HouseMessage.Of("miner/hashrate_ths", _asic.HashrateThs),
        HouseMessage.Of("miner/heartbeat_age_s", _asic.HeartbeatAgeS),
        HouseMessage.Of("miner/shares", _asic.Shares),
        new("miner/activity", _asic.State.ToString().ToLowerInvariant()),
        HouseMessage.Of("miner/state", _level),
    ];
}
