namespace BitGrid;

/// <summary>The quantities of the domain. A rule with a quantity of its own creates its own <see cref="Metric"/>.</summary>
public static class Metrics
{
    /// <summary>Surplus left for the load, kW.</summary>
    public static Metric SurplusKw { get; } = new("surplus_kw", "kW", "surplus", "Überschuss", 1);

    /// <summary>Mean of the forecast surplus, kW.</summary>
    public static Metric ForecastSurplusKw { get; } = new("forecast_surplus_kw", "kW", "forecast surplus", "Überschuss laut Prognose", 1);

    /// <summary>Confidence in the forecast, 0 to 1.</summary>
    public static Metric ForecastConfidence { get; } = new("forecast_confidence", "", "forecast confidence", "Sicherheit der Prognose", 2);

    /// <summary>Blocks that a forecast covers.</summary>
    public static Metric ForecastBlocks { get; } = new("forecast_blocks", "", "reach of the forecast", "Reichweite der Prognose");

    /// <summary>Price to buy, ct/kWh.</summary>
    public static Metric PriceCtKwh { get; } = new("price_ct_kwh", "ct", "electricity price", "Strompreis", 1);

    /// <summary>State of charge of the battery, %.</summary>
    public static Metric SocPct { get; } = new("battery_soc_pct", "%", "battery", "Batterie");

    /// <summary>Net power at the grid connection, W: + import.</summary>
    public static Metric GridPowerW { get; } = new("grid_power_w", "W", "grid import", "Netzbezug");

    /// <summary>Blocks in a row with too much grid import.</summary>
    public static Metric GridImportBlocks { get; } = new("grid_import_blocks", "", "duration of the grid import", "Dauer des Netzbezugs");

    /// <summary>Hottest temperature of the load, °C.</summary>
    public static Metric TempC { get; } = new("temp_c", "°C", "temperature", "Temperatur");

    /// <summary>Temperature of the heat buffer, °C.</summary>
    public static Metric HeatTempC { get; } = new("heat_temp_c", "°C", "heat buffer", "Wärmespeicher");

    /// <summary>Age of the last proof of work, s.</summary>
    public static Metric HeartbeatAgeS { get; } = new("heartbeat_age_s", "s", "last sign of work", "letztes Lebenszeichen");

    /// <summary>Blocks since the last start or stop.</summary>
    public static Metric BlocksSinceChange { get; } = new("blocks_since_change", "", "time since the last switch", "Zeit seit der letzten Schaltung");

    /// <summary>Blocks since the load was last too hot.</summary>
    public static Metric BlocksSinceOverheat { get; } = new("blocks_since_overheat", "", "time since the overheating", "Zeit seit der Überhitzung");

    /// <summary>Starts and stops since midnight UTC.</summary>
    public static Metric SwitchesToday { get; } = new("switches_today", "", "switches today", "Schaltungen heute");

    /// <summary>Required readings that are missing.</summary>
    public static Metric MissingReadings { get; } = new("missing_readings", "", "missing readings", "fehlende Messwerte");

    /// <summary>Blocks that an override has left, this one included.</summary>
    public static Metric OverrideBlocksLeft { get; } = new("override_blocks_left", "", "time left of the manual setting", "Restzeit der Vorgabe von Hand");
}
