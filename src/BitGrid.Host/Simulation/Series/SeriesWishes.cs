using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Recordings;

namespace BitGrid.Host.Simulation.Series;

/// <summary>How series are to be read.</summary>
/// <param name="Site">The house: its time zone and its fixed tariff for selling.</param>
/// <param name="Settings">What the series do not say.</param>
/// <param name="Period">The part that is wanted.</param>
/// <param name="IsExchangePrice">True when the price is that of an exchange: fees and tax are added.</param>
internal sealed record SeriesWishes(SiteProfile Site, SimulationSettings Settings, Period Period, bool IsExchangePrice);
