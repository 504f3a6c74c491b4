using System.Collections.Immutable;
using BitGrid.Host.Recordings.Fields;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>The readings of the site; null: missing or too old. Powers are means over the running block.</summary>
/// <param name="PvPowerW">PV production, W.</param>
/// <param name="HouseLoadW">The house without flexible loads and battery, W.</param>
/// <param name="GridPowerW">Grid, W: + import, − export.</param>
/// <param name="BatteryPowerW">Battery, W: + discharge, − charge.</param>
/// <param name="BatterySocPct">Charge of the battery, %.</param>
/// <param name="SurplusW">PV minus house, W.</param>
/// <param name="HeatTempC">Heat buffer or room, °C.</param>
/// <param name="HeatPowerW">Heater, W.</param>
/// <param name="PriceCtKwh">Price to buy, ct/kWh.</param>
/// <param name="FeedInCtKwh">Tariff to sell, ct/kWh.</param>
/// <param name="HashpriceSatsThsDay">Yield of mining, sat/(TH/s·day).</param>
/// <param name="BtcPriceEur">Price of a bitcoin, EUR.</param>
/// <param name="ForecastSurplusW">Forecast of the surplus, W, the next block first.</param>
/// <param name="ForecastConfidence">Confidence in it, 0 to 1.</param>
/// <param name="Quality">How far all this can be trusted: ok, degraded or invalid.</param>
/// <param name="Missing">Required readings that are missing.</param>
/// <param name="Stale">Readings that are too old.</param>
internal sealed record EnergyDocument(
    double? PvPowerW,
    double? HouseLoadW,
    double? GridPowerW,
    double? BatteryPowerW,
    double? BatterySocPct,
    double? SurplusW,
    double? HeatTempC,
    double? HeatPowerW,
    double? PriceCtKwh,
    double? FeedInCtKwh,
    double? HashpriceSatsThsDay,
    double? BtcPriceEur,
    ImmutableArray<double> ForecastSurplusW,
    double? ForecastConfidence,
    string Quality,
    ImmutableArray<string> Missing,
    ImmutableArray<string> Stale)
{
    public static EnergyDocument Of(EnergyState state) => new(
        state.PvPowerW,
        state.HouseLoadW,
        state.GridPowerW,
        state.BatteryPowerW,
        state.BatterySocPct,
        state.SurplusW,
        state.HeatTempC,
        state.HeatPowerW,
        state.PriceCtKwh,
        state.FeedInCtKwh,
        state.HashpriceSatsThsDay,
        state.BtcPriceEur,
        state.ForecastSurplusW,
        state.ForecastConfidence,
        RecordingFields.Of(state.Quality),
        state.Missing,
        state.Stale);
}
