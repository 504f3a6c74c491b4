namespace BitGrid.Host.Configuration.Schemas;

/// <summary>The unit of a setting: its key ends in it.</summary>
internal static class Units
{
    // The longer suffix first: _ct_kwh before _kwh, _kwh before _h.
    static readonly (string Suffix, string Unit)[] Suffixes =
    [
        ("_ct_kwh", "ct/kWh"),
        ("_per_day", "per day"),
        ("_j_th", "J/TH"),
        ("_kwh", "kWh"),
        ("_blocks", "blocks"),
        ("_days", "days"),
        ("_pct", "%"),
        ("_deg", "°"),
        ("_kw", "kW"),
        ("_ms", "ms"),
        ("_w", "W"),
        ("_c", "°C"),
        ("_s", "s"),
        ("_h", "h"),
    ];

    /// <returns>The unit as printed; empty for a plain number or a word.</returns>
    public static string Of(string key) =>
        Suffixes.FirstOrDefault(pair => key.EndsWith(pair.Suffix, StringComparison.Ordinal)).Unit ?? "";
}
