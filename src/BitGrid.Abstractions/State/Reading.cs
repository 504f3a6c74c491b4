namespace BitGrid;

/// <summary>A number that is measured or announced; its name in a state file is its snake_case form (<c>pv_power_w</c>), its unit is part of the name.</summary>
public enum Reading
{
    /// <summary><see cref="EnergyState.PvPowerW"/>.</summary>
    PvPowerW,

    /// <summary><see cref="EnergyState.HouseLoadW"/>.</summary>
    HouseLoadW,

    /// <summary><see cref="EnergyState.GridPowerW"/>.</summary>
    GridPowerW,

    /// <summary><see cref="EnergyState.BatteryPowerW"/>.</summary>
    BatteryPowerW,

    /// <summary><see cref="EnergyState.BatterySocPct"/>.</summary>
    BatterySocPct,

    /// <summary><see cref="EnergyState.HeatTempC"/>.</summary>
    HeatTempC,

    /// <summary><see cref="EnergyState.HeatPowerW"/>.</summary>
    HeatPowerW,

    /// <summary><see cref="EnergyState.PriceCtKwh"/>.</summary>
    PriceCtKwh,

    /// <summary><see cref="EnergyState.FeedInCtKwh"/>.</summary>
    FeedInCtKwh,

    /// <summary><see cref="EnergyState.HashpriceSatsThsDay"/>.</summary>
    HashpriceSatsThsDay,

    /// <summary><see cref="EnergyState.BtcPriceEur"/>.</summary>
    BtcPriceEur,

    /// <summary><see cref="EnergyState.ForecastConfidence"/>.</summary>
    ForecastConfidence,

    /// <summary><see cref="LoadReadings.PowerW"/>.</summary>
    MinerPowerW,

    /// <summary><see cref="LoadReadings.TempC"/>.</summary>
    MinerTempC,

    /// <summary><see cref="LoadReadings.HashrateThs"/>.</summary>
    MinerHashrateThs,

    /// <summary><see cref="LoadReadings.HeartbeatAgeS"/>.</summary>
    MinerHeartbeatAgeS,
}
