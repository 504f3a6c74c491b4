namespace BitGrid;

/// <summary>What a kWh of surplus is worth on each path, ct/kWh; <see langword="null"/> when the path is not there or its value is unknown.</summary>
/// <param name="ExportCtKwh">The tariff for selling.</param>
/// <param name="HeatCtKwh">The cost of the heat it displaces; 0 once the buffer is at its limit.</param>
/// <param name="HodlCtKwh"><c>SatsPerKwh · btc_price_eur / 10^6</c> (10^8 sats per coin, 100 ct per EUR), times the policy's preference.</param>
/// <param name="SatsPerKwh"><c>hashprice_sats_ths_day / 86 400 · 3.6·10^6 / efficiency_J_per_TH</c>, sats/kWh.</param>
public readonly record struct PathValues(double? ExportCtKwh, double? HeatCtKwh, double? HodlCtKwh, double? SatsPerKwh)
{
    /// <summary>Value of one path, ct/kWh.</summary>
    public double? this[EnergyPath path] => path switch
    {
        EnergyPath.Export => ExportCtKwh,
        EnergyPath.Heat => HeatCtKwh,
        _ => HodlCtKwh,
    };
}
