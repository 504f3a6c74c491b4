using System.Collections.Immutable;

namespace BitGrid;

/// <summary>What is known in advance of the house; from <c>site</c> and <c>loads</c> in <c>config.yaml</c>. It fixes which readings are required.</summary>
public sealed record SiteProfile
{
    /// <summary>Time zone of the house, for rules that speak of hours of the day.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Peak power of the PV plant, W, above 0.</summary>
    public double PvPeakW { get; init; } = 10_000;

    /// <summary>Largest power the grid connection can carry either way, W, above 0.</summary>
    public double GridLimitW { get; init; } = 24_000;

    /// <summary>True when there is a battery; then its state of charge is required.</summary>
    public bool HasBattery { get; init; } = true;

    /// <summary>True when the load of the house is measured; else it is derived from the balance of the other readings.</summary>
    public bool HasHouseMeter { get; init; } = true;

    /// <summary>Fixed tariff for selling, ct/kWh, used where a state brings none. <see langword="null"/> when there is none.</summary>
    public double? FeedInCtKwh { get; init; }

    /// <summary>Largest temperature of the heat buffer, °C: from there on heat is worth nothing. <see langword="null"/> when there is no buffer.</summary>
    public double? HeatLimitC { get; init; }

    /// <summary>Cost of the heat that a kWh of electricity displaces, ct/kWh (price of gas over the boiler's efficiency, say).</summary>
    public double? HeatCostCtKwh { get; init; }

    /// <summary>Latitude of the house, degrees, −90 to 90, north positive. Tells day from night, so that PV power at night is
    /// known to be false. <see langword="null"/> when not given: then that is not checked.</summary>
    public double? LatitudeDeg { get; init; }

    /// <summary>Longitude of the house, degrees, −180 to 180, east positive; see <see cref="LatitudeDeg"/>.</summary>
    public double? LongitudeDeg { get; init; }

    /// <summary>The flexible loads in order of priority: the first gets the surplus first. At least one.</summary>
    public required ImmutableArray<LoadProfile> Loads { get; init; }
}
