namespace BitGrid.Simulation;

/// <summary>A battery whose regulation lags a little behind zero.</summary>
/// <param name="chance">Where its lag comes from.</param>
/// <param name="capacityWh">Energy between 0 and 100 %, Wh, above 0.</param>
/// <param name="limitW">Largest power each way, W.</param>
public sealed class Battery(Chance chance, double capacityWh, double limitW)
{
    /// <summary>Standard deviation of the regulation around zero, W: it always lags a little.</summary>
    const double LagW = 11;

    readonly BatterySpec _spec = new(capacityWh, limitW);

    /// <summary>State of charge, 0 to 100 %.</summary>
    public double SocPct { get; private set; } = 58;

    /// <summary>Goes one step on.</summary>
    /// <param name="needW">Load less PV, W; negative when there is power left.</param>
    /// <param name="hours">Length of the step, h.</param>
    /// <returns>Power at the house side, whole W: + discharge, − charge.</returns>
    public int Step(double needW, double hours)
    {
        int powerW = (int)Math.Round(_spec.PowerW(needW, SocPct, hours, LagW * chance.Normal()));
        SocPct = _spec.SocAfter(SocPct, powerW, hours);
        return powerW;
    }
}
