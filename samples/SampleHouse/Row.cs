namespace BitGrid.Samples.SampleHouse;

/// <summary>
/// One recorded block, fields and signs as in a state file. Powers are means over the block; temperatures and state of
/// charge stand at its end. Powers are whole watts, so that the balance
/// <c>pv + grid + battery = house + miner + heat</c> closes exactly.
/// </summary>
internal sealed record Row
{
    /// <summary>Start of the block, UTC.</summary>
    public required DateTimeOffset WindowStart { get; init; }

    /// <summary>PV production, W, 0 or more.</summary>
    public required int PvPowerW { get; init; }

    /// <summary>House without flexible loads and battery, W, 0 or more.</summary>
    public required int HouseLoadW { get; init; }

    /// <summary>Grid, W: + import, − export.</summary>
    public required int GridPowerW { get; init; }

    /// <summary>Battery, W: + discharge, − charge.</summary>
    public required int BatteryPowerW { get; init; }

    /// <summary>State of charge, 0 to 100 %.</summary>
    public required double BatterySocPct { get; init; }

    /// <summary>Power of the miner, W, also in standby.</summary>
    public required int MinerPowerW { get; init; }

    /// <summary>Hottest chip, °C; null when not read.</summary>
    public required double? MinerTempC { get; init; }

    /// <summary>Hash rate, TH/s.</summary>
    public required double MinerHashrateThs { get; init; }

    /// <summary>Seconds since the last accepted share; grows while the miner is stopped.</summary>
    public required int MinerHeartbeatAgeS { get; init; }

    /// <summary>Temperature of the hot water buffer, °C.</summary>
    public required double HeatTempC { get; init; }

    /// <summary>Power of the heating rod, W.</summary>
    public required int HeatPowerW { get; init; }

    /// <summary>Price to buy, ct/kWh; null when not received.</summary>
    public required double? PriceCtKwh { get; init; }

    /// <summary>Tariff to sell, ct/kWh.</summary>
    public required double FeedInCtKwh { get; init; }

    /// <summary>Earnings of 1 TH/s in a day, sat.</summary>
    public required double HashpriceSatsThsDay { get; init; }

    /// <summary>Price of one bitcoin, EUR.</summary>
    public required double BtcPriceEur { get; init; }

    /// <summary>Surplus forecast for the next blocks, W, the next one first; empty when there is none.</summary>
    public required IReadOnlyList<int> ForecastSurplusW { get; init; }

    /// <summary>Confidence in the forecast, 0 to 1; null when there is none.</summary>
    public required double? ForecastConfidence { get; init; }

    /// <summary>True when the miner is on.</summary>
    public required bool Running { get; init; }

    /// <summary>Level of the miner: 0 when stopped, else 1 to 3.</summary>
    public required int Level { get; init; }

    /// <summary>Whole blocks since the last start or stop: 0 in the block of the change.</summary>
    public required int BlocksSinceChange { get; init; }
}
