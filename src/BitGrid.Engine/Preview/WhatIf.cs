using System.Collections.Immutable;

namespace BitGrid.Engine.Preview;

/// <summary>Puts other values into a situation, by the metric that conditions name.</summary>
public static class WhatIf
{
    /// <summary>The quantities that can be changed.</summary>
    public static ImmutableArray<string> Metrics { get; } =
    [
        "surplus_kw", "price_ct_kwh", "battery_soc_pct", "grid_power_w", "heat_temp_c", "forecast_surplus_kw", "forecast_confidence", "missing_readings",
        "temp_c", "heartbeat_age_s", "blocks_since_change", "override_blocks_left",
    ];

    /// <summary>The situation with one quantity changed; <see langword="null"/> when the quantity is not a reading (what a rule remembers, say).</summary>
    /// <param name="now">The situation.</param>
    /// <param name="metric">Name of the quantity, as conditions name it: <c>surplus_kw</c>.</param>
    /// <param name="value">Its value in the quantity's unit.</param>
    public static Situation? With(in Situation now, string metric, double value)
    {
        EnergyState state = now.State;
        return metric switch
        {
            "surplus_kw" => now with { SurplusW = value * 1000 },
            "price_ct_kwh" => now with { State = state with { PriceCtKwh = value } },
            "battery_soc_pct" => now with { State = state with { BatterySocPct = value } },
            "grid_power_w" => now with { State = state with { GridPowerW = value } },
            "heat_temp_c" => now with { State = state with { HeatTempC = value } },
            "forecast_surplus_kw" => now with { State = state with { ForecastSurplusW = [.. state.ForecastSurplusW.Select(_ => value * 1000)] } },
            "forecast_confidence" => now with { State = state with { ForecastConfidence = value } },
            "missing_readings" => now with { State = state with { Quality = DataQuality.Ok, Missing = [], Stale = [] } },
            "temp_c" => now with { Readings = now.Readings with { TempC = value } },
            "heartbeat_age_s" => now with { Readings = now.Readings with { HeartbeatAgeS = value } },
            "blocks_since_change" => now with { Status = now.Status with { BlocksSinceChange = (int)value } },
            "override_blocks_left" => now with { Override = null },
            _ => null,
        };
    }
}
