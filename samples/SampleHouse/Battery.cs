namespace BitGrid.Samples.SampleHouse;

/// <summary>A 10 kWh battery that keeps the grid at zero as long as it can (greedy self-consumption).</summary>
internal sealed class Battery(Chance chance)
{
    private const double CapacityWh = 10_000;
    private const double LimitW = 5_000;
    private const double ReservePct = 8;
    private const double BlockHours = 1.0 / 6;

    /// <summary>Efficiency each way; 90 % there and back.</summary>
    private const double OneWayEfficiency = 0.95;

    /// <summary>From here up a lithium battery charges more and more slowly, %.</summary>
    private const double TaperFromPct = 92;

    /// <summary>Below this need the inverter rests, W.</summary>
    private const double DeadbandW = 40;

    /// <summary>Standard deviation of the regulation around zero, W: it always lags a little.</summary>
    private const double LagW = 11;

    /// <summary>State of charge, 0 to 100 %.</summary>
    public double SocPct { get; private set; } = 58;

    /// <summary>Goes one block on.</summary>
    /// <param name="needW">Load less PV, W; negative when there is power left.</param>
    /// <returns>Power at the house side, whole W: + discharge, − charge.</returns>
    public int Step(double needW)
    {
        double lagW = LagW * chance.Normal();
        if (Math.Abs(needW) < DeadbandW)
            return 0;

        int powerW = (int)Math.Round(Math.Clamp(needW + lagW, -MaxChargeW(), MaxDischargeW()));
        double storedWh = -powerW * BlockHours * (powerW < 0 ? OneWayEfficiency : 1 / OneWayEfficiency);
        SocPct = Math.Clamp(SocPct + (100 * storedWh / CapacityWh), 0, 100);
        return powerW;
    }

    private double MaxChargeW()
    {
        double taper = Math.Min(1, (100 - SocPct) / (100 - TaperFromPct));
        double roomW = (100 - SocPct) / 100 * CapacityWh / OneWayEfficiency / BlockHours;
        return Math.Min(LimitW * taper, roomW);
    }

    private double MaxDischargeW() =>
        Math.Clamp((SocPct - ReservePct) / 100 * CapacityWh * OneWayEfficiency / BlockHours, 0, LimitW);
}
