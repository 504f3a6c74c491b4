using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>simulation</c> of <c>config.yaml</c>: what <c>bitgrid simulate</c> needs to know of the house and nobody measures. A running house does not look at it.</summary>
internal sealed record SimulationSettings
{
    [Description("Capacity of the battery; counts only where site.battery is true.")]
    [Range(0.1, 1_000.0)]
    public double BatteryKwh { get; init; } = 10;

    [Description("Largest power of the battery each way.")]
    [Range(10.0, 1_000_000.0)]
    public double BatteryPowerW { get; init; } = 5_000;

    [Description("Share of the energy that comes out of the battery again.")]
    [Range(10.0, 100.0)]
    public double BatteryEfficiencyPct { get; init; } = 90;

    [Description("State of charge at which the battery stops discharging.")]
    [Range(0.0, 90.0)]
    public double BatteryReservePct { get; init; } = 8;

    [Description("What the battery's inverter takes for itself while it discharges.")]
    [Range(0.0, 1_000.0)]
    public double BatteryIdleW { get; init; } = 20;

    [Description("State of charge of the battery at the beginning.")]
    [Range(0.0, 100.0)]
    public double BatteryStartPct { get; init; } = 50;

    [Description("What each flexible load draws while it is off.")]
    [Range(0.0, 1_000.0)]
    public double StandbyW { get; init; } = 11;

    [Description("Mean temperature of the room that the miners stand in.")]
    [Range(-20.0, 50.0)]
    public double RoomTempC { get; init; } = 20;

    [Description("How much warmer that room is in mid July, and colder in mid January.")]
    [Range(0.0, 30.0)]
    public double RoomSwingC { get; init; } = 4;

    [Description("Earnings of 1 TH/s in a day, where the series brings none.")]
    [Range(0.0, 100_000.0)]
    public double HashpriceSatsThsDay { get; init; } = 50;

    [Description("Price of one bitcoin in EUR, where the series brings none.")]
    [Range(0.0, 100_000_000.0)]
    public double BtcPriceEur { get; init; } = 90_000;

    [Description("Fixed tariff that imported energy is reckoned with where the series bring no price at all; null: then no money is reckoned.")]
    [Range(-500.0, 500.0)]
    public double? PriceCtKwh { get; init; }

    [Description("What a household pays on top of an exchange price, net: network, levies, supplier; counts only with --exchange-price.")]
    [Range(0.0, 100.0)]
    public double ExchangeFeesCtKwh { get; init; } = 11.6;

    [Description("Value added tax on exchange price and fees; counts only with --exchange-price.")]
    [Range(0.0, 100.0)]
    public double ExchangeVatPct { get; init; } = 19;
}
