using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>site</c> of <c>config.yaml</c>: <see cref="SiteProfile"/> in the words of the file.</summary>
internal sealed record SiteSettings
{
    [Description("Name of the house, as shown.")]
    [MaxLength(100)]
    public string Name { get; init; } = "";

    [Description("Time zone of the house, as in the IANA database: Europe/Berlin.")]
    public string TimeZone { get; init; } = "UTC";

    [Description("Peak power of the PV plant.")]
    [Range(1.0, 10_000_000.0)]
    public double PvPeakW { get; init; } = 10_000;

    [Description("Largest power the grid connection can carry either way.")]
    [Range(1.0, 10_000_000.0)]
    public double GridLimitW { get; init; } = 24_000;

    [Description("True when there is a battery; then its state of charge is required.")]
    public bool Battery { get; init; } = true;

    [Description("True when the load of the house is measured; else it is derived from the other readings.")]
    public bool HouseMeter { get; init; } = true;

    [Description("Fixed tariff for selling; null when there is none.")]
    [Range(-500.0, 500.0)]
    public double? FeedInCtKwh { get; init; }

    [Description("Largest temperature of the heat buffer: from there on heat is worth nothing; null when there is no buffer.")]
    [Range(0.0, 120.0)]
    public double? HeatLimitC { get; init; }

    [Description("Cost of the heat that a kWh of electricity displaces: price of gas over the boiler's efficiency, say.")]
    [Range(0.0, 500.0)]
    public double? HeatCostCtKwh { get; init; }

    [Description("Latitude of the house, north positive: tells day from night.")]
    [Range(-90.0, 90.0)]
    public double? LatitudeDeg { get; init; }

    [Description("Longitude of the house, east positive: tells day from night.")]
    [Range(-180.0, 180.0)]
    public double? LongitudeDeg { get; init; }

    public SiteProfile ToProfile(ImmutableArray<LoadProfile> loads) => new()
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone),
        PvPeakW = PvPeakW,
        GridLimitW = GridLimitW,
        HasBattery = Battery,
        HasHouseMeter = HouseMeter,
        FeedInCtKwh = FeedInCtKwh,
        HeatLimitC = HeatLimitC,
        HeatCostCtKwh = HeatCostCtKwh,
        LatitudeDeg = LatitudeDeg,
        LongitudeDeg = LongitudeDeg,
        Loads = loads,
    };
}
