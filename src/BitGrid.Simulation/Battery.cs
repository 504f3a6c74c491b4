namespace BitGrid.Simulation;

/// <summary>A battery that keeps the grid at zero as long as it can (greedy self-consumption).</summary>
/// <param name="chance">Where its lag comes from.</param>
/// <param name="capacityWh">Energy between 0 and 100 %, Wh, above 0.</param>
/// <param name="limitW">Largest power each way, W.</param>
public sealed class Battery(Chance chance, double capacityWh, double limitW)
{
    const double ReservePct = 8;

    /// <summary>Efficiency each way; 90 % there and back.</summary>
    const double OneWayEfficiency = 0.95;

    /// <summary>From here up a lithium battery charges more and more slowly, %.</summary>
    const double TaperFromPct = 92;

    /// <summary>Below this need the inverter rests, W.</summary>
    const double DeadbandW = 40;

    /// <summary>Standard deviation of the regulation around zero, W: it always lags a little.</summary>
    const double LagW = 11;

    /// <summary>State of charge, 0 to 100 %.</summary>
    public double SocPct { get; private set; } = 58;

    /// <summary>Goes one step on.</summary>
    /// <param name="needW">Load less PV, W; negative when there is power left.</param>
    /// <param name="hours">Length of the step, h.</param>
    /// <returns>Power at the house side, whole W: + discharge, − charge.</returns>
    public int Step(double needW, double hours)
    {
        double lagW = LagW * chance.Normal();
        if (Math.Abs(needW) < DeadbandW)
            return 0;

        int powerW = (int)Math.Round(Math.Clamp(needW + lagW, -MaxChargeW(hours), MaxDischargeW(hours)));
        double storedWh = -powerW * hours * (powerW < 0 ? OneWayEfficiency : 1 / OneWayEfficiency);
        SocPct = Math.Clamp(SocPct + (100 * storedWh / capacityWh), 0, 100);
        return powerW;
    }

    double MaxChargeW(double hours)
    {
        double taper = Math.Min(1, (100 - SocPct) / (100 - TaperFromPct));
        double roomW = (100 - SocPct) / 100 * capacityWh / OneWayEfficiency / hours;
        return Math.Min(limitW * taper, roomW);
    }

    double MaxDischargeW(double hours) =>
        Math.Clamp((SocPct - ReservePct) / 100 * capacityWh * OneWayEfficiency / hours, 0, limitW);
}
