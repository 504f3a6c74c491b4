using BitGrid.Simulation;

namespace BitGrid.Samples.SampleHouse;

/// <summary>One bitcoin miner of 18.5 J/TH in the cellar.</summary>
internal sealed class Miner(Chance chance)
{
    private const double EfficiencyJTh = 18.5;
    private const double StandbyW = 11;
    private const double BootW = 140;

    private readonly OrnsteinUhlenbeck _tuning = new(chance, 9);
    private readonly ChipHeat _chip = new(startC: 22);
    private int _heartbeatAgeS = 38 * 600;
    private bool _wasRunning;

    /// <summary>Goes one block on.</summary>
    /// <param name="levelW">Power of the level, W; 0 when stopped.</param>
    /// <param name="roomC">Temperature of the room, °C.</param>
    /// <param name="fanFailed">True while a fan stands still.</param>
    public MinerBlock Step(int levelW, double roomC, bool fanFailed)
    {
        bool running = levelW > 0;
        double bootShare = running && !_wasRunning ? chance.Between(0.22, 0.42) : 0;
        double hashingW = levelW * (1 + _tuning.Step(0, 0.008));
        double powerW = running ? (bootShare * BootW) + ((1 - bootShare) * hashingW) : StandbyW + chance.Between(-1, 1);
        _wasRunning = running;
        _chip.Step(1, running ? powerW : 0, roomC, fanFailed ? Cooling.FanFailed : Cooling.Normal);
        _heartbeatAgeS = running ? ShareAgeS() : _heartbeatAgeS + 600;

        double hashrateThs = running ? (1 - bootShare) * hashingW / EfficiencyJTh * (1 + (0.006 * chance.Normal())) : 0;
        return new((int)Math.Round(powerW), _chip.TempC + (0.25 * chance.Normal()), hashrateThs, _heartbeatAgeS);
    }

    /// <summary>Shares come every few seconds; now and then one lets itself be waited for.</summary>
    private int ShareAgeS() => (int)(chance.Between(1, 13) + (chance.Happens(0.06) ? chance.Between(5, 30) : 0));
}
