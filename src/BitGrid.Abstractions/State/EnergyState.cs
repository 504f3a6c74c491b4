using System.Collections.Immutable;

namespace BitGrid;

/// <summary>
/// One immutable snapshot of the site, the same for every rule and load of a block: the single source of truth.
/// A reading that is missing or stale is <see langword="null"/>, never zero and never a guess. Every number is finite.
/// </summary>
public sealed record EnergyState
{
    /// <summary>The block the snapshot belongs to.</summary>
    public required Block Block { get; init; }

    /// <summary>
    /// The instant the snapshot speaks for, UTC. At a block tick it is the start of the block; at a safety check it is
    /// the time of the message. Rules take "now" from here and from nowhere else.
    /// </summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>PV production, W, 0 or more, mean over the block.</summary>
    public double? PvPowerW { get; init; }

    /// <summary>The house without the flexible loads and without battery charging, W, 0 or more.</summary>
    public double? HouseLoadW { get; init; }

    /// <summary>Net power of all phases at the grid connection, W: + import, − export.</summary>
    public double? GridPowerW { get; init; }

    /// <summary>Battery power, W: + discharge, − charge.</summary>
    public double? BatteryPowerW { get; init; }

    /// <summary>State of charge of the battery, 0 to 100 %.</summary>
    public double? BatterySocPct { get; init; }

    /// <summary>Temperature of the heat buffer (tank or room), °C.</summary>
    public double? HeatTempC { get; init; }

    /// <summary>Power of the heater, W, 0 or more.</summary>
    public double? HeatPowerW { get; init; }

    /// <summary>Price to buy from the grid, ct/kWh; may be negative.</summary>
    public double? PriceCtKwh { get; init; }

    /// <summary>Tariff for selling to the grid, ct/kWh; may be negative.</summary>
    public double? FeedInCtKwh { get; init; }

    /// <summary>What the network pays for hashing, sats per TH/s and day.</summary>
    public double? HashpriceSatsThsDay { get; init; }

    /// <summary>Price of one bitcoin, EUR.</summary>
    public double? BtcPriceEur { get; init; }

    /// <summary>Forecast of <see cref="SurplusW"/> for the coming blocks, W, the next block first. Empty when there is no forecast.</summary>
    public ImmutableArray<double> ForecastSurplusW { get; init; } = [];

    /// <summary>Confidence in the forecast, 0 (none) to 1 (certain).</summary>
    public double? ForecastConfidence { get; init; }

    /// <summary>How far this snapshot can be trusted.</summary>
    public DataQuality Quality { get; init; }

    /// <summary>Names of required readings that are missing, in the words of the state file (<c>pv_power_w</c>), sorted.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Names of readings that came too late to be used, sorted.</summary>
    public ImmutableArray<string> Stale { get; init; } = [];

    /// <summary>The configuration in force, SHA-256 as 64 hexadecimal digits; empty when none was recorded.</summary>
    public string ConfigHash { get; init; } = "";

    /// <summary>
    /// <c>PvPowerW − HouseLoadW</c>, W; <see langword="null"/> when either is missing. It does not contain the loads
    /// BitGrid steers, so a started load does not shrink the surplus that started it.
    /// </summary>
    public double? SurplusW => PvPowerW - HouseLoadW;
}
