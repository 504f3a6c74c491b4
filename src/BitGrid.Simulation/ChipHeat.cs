namespace BitGrid.Simulation;

/// <summary>Temperature of a miner's hottest chip: towards a balance of power and cooling, with the inertia of its heat sinks.</summary>
/// <param name="startC">Temperature at the beginning, °C.</param>
public sealed class ChipHeat(double startC)
{
    /// <summary>The chip stands above the room by this much plus <see cref="RisePerW"/>: the fans follow the power, so it is not proportional.</summary>
    const double RiseK = 18;
    const double RisePerW = 0.0203;

    /// <summary>With one of two fans dead the chip stands this much higher above the room.</summary>
    const double FanlessFactor = 1.34;

    /// <summary>What a running chip with blocked air climbs to at least, °C.</summary>
    const double BlockedC = 92;

    /// <summary>Time constant of the heat sinks in blocks of ten minutes, with fans and without.</summary>
    const double InertiaBlocks = 0.8;
    const double FanlessInertiaBlocks = 2.6;

    /// <summary>Temperature, °C.</summary>
    public double TempC { get; private set; } = startC;

    /// <summary>Goes one step on with first-order inertia: <c>T ← T∞ + (T − T∞)·exp(−Δt/τ)</c>.</summary>
    /// <param name="blocks">Length of the step in blocks of ten minutes.</param>
    /// <param name="powerW">Power that becomes heat, W; 0 when off, and then the fans stand still.</param>
    /// <param name="roomC">Temperature of the room, °C.</param>
    /// <param name="cooling">How well the heat gets away.</param>
    public void Step(double blocks, double powerW, double roomC, Cooling cooling)
    {
        double riseK = powerW > 0 ? RiseK + (RisePerW * powerW) : 0;
        double balanceC = roomC + (riseK * (cooling == Cooling.FanFailed ? FanlessFactor : 1));
        if (powerW > 0 && cooling == Cooling.Blocked)
            balanceC = Math.Max(balanceC, BlockedC);
        double inertiaBlocks = cooling == Cooling.FanFailed || powerW <= 0 ? FanlessInertiaBlocks : InertiaBlocks;
        TempC = balanceC + ((TempC - balanceC) * Math.Exp(-blocks / inertiaBlocks));
    }
}
