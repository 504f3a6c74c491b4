namespace BitGrid.Simulation;

/// <summary>
/// A home battery behind its inverter, as pure functions of need and state of charge: it keeps the grid at zero as long as it
/// can (greedy self-consumption), charges more slowly when nearly full, and stops at its reserve.
/// </summary>
/// <param name="CapacityWh">Energy between 0 and 100 %, Wh, above 0.</param>
/// <param name="LimitW">Largest power each way, W.</param>
public sealed record BatterySpec(double CapacityWh, double LimitW)
{
    /// <summary>From here up a lithium battery charges more and more slowly, %.</summary>
    const double TaperFromPct = 92;

    /// <summary>Share of the energy that arrives, each way; 0.95 is 90 % there and back.</summary>
    public double OneWayEfficiency { get; init; } = 0.95;

    /// <summary>State of charge at which discharging ends, %.</summary>
    public double ReservePct { get; init; } = 8;

    /// <summary>Need below which the inverter rests, W.</summary>
    public double DeadbandW { get; init; } = 40;

    /// <summary>What the inverter takes from the battery for itself while it discharges, W.</summary>
    public double IdleW { get; init; }

    /// <summary>Power that answers a need, W at the house side: + discharge, − charge.</summary>
    /// <param name="needW">Load less PV, W; negative when there is power left.</param>
    /// <param name="socPct">State of charge at the beginning, 0 to 100 %.</param>
    /// <param name="hours">Length of the step, h.</param>
    /// <param name="lagW">How far the regulation misses zero, W.</param>
    public double PowerW(double needW, double socPct, double hours, double lagW = 0) =>
        Math.Abs(needW) < DeadbandW ? 0 : Math.Clamp(needW + lagW, -MaxChargeW(socPct, hours), MaxDischargeW(socPct, hours));

    /// <summary>State of charge after a step, 0 to 100 %: <c>soc + 100·E/capacity</c>, where E is what is stored after losses.</summary>
    /// <param name="socPct">State of charge at the beginning, %.</param>
    /// <param name="powerW">Power at the house side, W: + discharge, − charge.</param>
    /// <param name="hours">Length of the step, h.</param>
    public double SocAfter(double socPct, double powerW, double hours)
    {
        double storedWh = -powerW * hours * (powerW < 0 ? OneWayEfficiency : 1 / OneWayEfficiency);
        double idleWh = powerW > 0 ? IdleW * hours : 0;
        return Math.Clamp(socPct + (100 * (storedWh - idleWh) / CapacityWh), 0, 100);
    }

    double MaxChargeW(double socPct, double hours)
    {
        double taper = Math.Min(1, (100 - socPct) / (100 - TaperFromPct));
        double roomW = (100 - socPct) / 100 * CapacityWh / OneWayEfficiency / hours;
        return Math.Min(LimitW * taper, roomW);
    }

    double MaxDischargeW(double socPct, double hours) =>
        Math.Clamp((socPct - ReservePct) / 100 * CapacityWh * OneWayEfficiency / hours, 0, LimitW);
}
