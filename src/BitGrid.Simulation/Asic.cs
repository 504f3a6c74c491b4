namespace BitGrid.Simulation;

/// <summary>A bitcoin miner in steps of seconds: boots for a minute, hashes, heats up and cools down.</summary>
/// <param name="chance">Where its noise comes from.</param>
/// <param name="efficiencyJTh">Energy per hash, J/TH, above 0.</param>
/// <param name="startC">Temperature of the chips at the beginning, °C.</param>
public sealed class Asic(Chance chance, double efficiencyJTh, double startC)
{
    const double StandbyW = 11;
    internal const double BootW = 140;
    internal const double BootS = 60;

    /// <summary>Mean time between two accepted shares, s: short, so that a minute without one is a fault and no bad luck.</summary>
    const double SharePeriodS = 2;

    readonly ChipHeat _chip = new(startC);
    double _levelW;
    double _bootLeftS;

    /// <summary>What it is doing.</summary>
    public AsicState State => _levelW <= 0 ? AsicState.Off : _bootLeftS > 0 ? AsicState.Booting : AsicState.Hashing;

    /// <summary>Mean power of the step, whole W.</summary>
    public int PowerW { get; private set; } = (int)StandbyW;

    /// <summary>Hottest chip as the sensor tells it, °C.</summary>
    public double TempC { get; private set; } = startC;

    /// <summary>Hash rate, TH/s; 0 unless it works.</summary>
    public double HashrateThs { get; private set; }

    /// <summary>Time since the last accepted share, s.</summary>
    public double HeartbeatAgeS { get; private set; } = 3600;

    /// <summary>Accepted shares so far.</summary>
    public long Shares { get; private set; }

    /// <summary>Switches it. From off it boots first; between levels it does not.</summary>
    /// <param name="levelW">Power of the level, W; 0 for off.</param>
    public void Switch(double levelW)
    {
        if (_levelW <= 0 && levelW > 0)
            _bootLeftS = BootS;
        _levelW = levelW;
    }

    /// <summary>Goes one step on.</summary>
    /// <param name="seconds">Length of the step, s; short against a minute.</param>
    /// <param name="roomC">Temperature of the room, °C.</param>
    /// <param name="cooling">How well the heat gets away.</param>
    public void Step(double seconds, double roomC, Cooling cooling)
    {
        AsicState state = State;
        double powerW = state switch
        {
            AsicState.Off => StandbyW,
            AsicState.Booting => BootW,
            _ => _levelW,
        } * (1 + (0.006 * chance.Normal()));
        PowerW = (int)Math.Round(powerW);
        HashrateThs = state == AsicState.Hashing ? powerW / efficiencyJTh * (1 + (0.006 * chance.Normal())) : 0;
        _chip.Step(seconds / 600, state == AsicState.Off ? 0 : powerW, roomC, cooling);
        TempC = _chip.TempC + (0.25 * chance.Normal());
        _bootLeftS = Math.Max(0, _bootLeftS - seconds);
        Work(seconds, state == AsicState.Hashing);
    }

    void Work(double seconds, bool hashes)
    {
        bool shared = chance.Happens(1 - Math.Exp(-seconds / SharePeriodS));
        double ageS = chance.Between(0, Math.Min(seconds, SharePeriodS));
        if (hashes && shared)
        {
            Shares += Math.Max(1, (long)Math.Round(seconds / SharePeriodS));
            HeartbeatAgeS = ageS;
            return;
        }

        HeartbeatAgeS += seconds;
    }
}
