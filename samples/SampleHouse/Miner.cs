namespace BitGrid.Samples.SampleHouse;

/// <summary>One bitcoin miner of 18.5 J/TH in the cellar.</summary>
internal sealed class Miner(Chance chance)
{
    private const double EfficiencyJTh = 18.5;
    private const double StandbyW = 11;
    private const double BootW = 140;

    /// <summary>The chip stands above the room by this much plus <see cref="RisePerW"/>: the fans follow the power, so it is not proportional.</summary>
    private const double RiseK = 18;
    private const double RisePerW = 0.0203;

    /// <summary>Time constant of the heat sinks in blocks of ten minutes, with fans and without.</summary>
    private const double InertiaBlocks = 0.8;
    private const double FanlessInertiaBlocks = 2.6;

    /// <summary>With one of two fans dead the chip stands this much higher above the room.</summary>
    private const double FanlessFactor = 1.34;

    private readonly OrnsteinUhlenbeck _tuning = new(chance, 9);
    private double _tempC = 22;
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
        Heat(running ? powerW : 0, roomC, fanFailed);
        _heartbeatAgeS = running ? ShareAgeS() : _heartbeatAgeS + 600;

        double hashrateThs = running ? (1 - bootShare) * hashingW / EfficiencyJTh * (1 + (0.006 * chance.Normal())) : 0;
        return new((int)Math.Round(powerW), _tempC + (0.25 * chance.Normal()), hashrateThs, _heartbeatAgeS);
    }

    /// <summary>First-order inertia: <c>T ← T∞ + (T − T∞)·exp(−Δt/τ)</c>.</summary>
    private void Heat(double powerW, double roomC, bool fanFailed)
    {
        double riseK = powerW > 0 ? RiseK + (RisePerW * powerW) : 0;
        double finalC = roomC + (riseK * (fanFailed ? FanlessFactor : 1));
        double inertiaBlocks = fanFailed || powerW <= 0 ? FanlessInertiaBlocks : InertiaBlocks;
        _tempC = finalC + ((_tempC - finalC) * Math.Exp(-1 / inertiaBlocks));
    }

    /// <summary>Shares come every few seconds; now and then one lets itself be waited for.</summary>
    private int ShareAgeS() => (int)(chance.Between(1, 13) + (chance.Happens(0.06) ? chance.Between(5, 30) : 0));
}
