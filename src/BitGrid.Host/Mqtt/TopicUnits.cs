using System.Collections.Frozen;

namespace BitGrid.Host.Mqtt;

/// <summary>The units a topic may bring a reading in. The first of each kind is the reading's own.</summary>
internal static class TopicUnits
{
    static readonly (string Unit, UnitScale Scale)[] Power = [("W", UnitScale.Same), ("kW", UnitScale.Factor(1_000)), ("MW", UnitScale.Factor(1_000_000))];
    static readonly (string Unit, UnitScale Scale)[] Price = [("ct/kWh", UnitScale.Same), ("EUR/kWh", UnitScale.Factor(100)), ("EUR/MWh", new(0, 1, 10))];
    static readonly (string Unit, UnitScale Scale)[] Temperature = [("°C", UnitScale.Same), ("C", UnitScale.Same), ("°F", new(32, 5, 9)), ("F", new(32, 5, 9))];
    static readonly (string Unit, UnitScale Scale)[] HashRate = [("TH/s", UnitScale.Same), ("GH/s", new(0, 1, 1_000)), ("MH/s", new(0, 1, 1_000_000))];

    static readonly FrozenDictionary<Reading, (string Unit, UnitScale Scale)[]> Units = new Dictionary<Reading, (string, UnitScale)[]>
    {
        [Reading.PvPowerW] = Power,
        [Reading.HouseLoadW] = Power,
        [Reading.GridPowerW] = Power,
        [Reading.BatteryPowerW] = Power,
        [Reading.BatterySocPct] = [("%", UnitScale.Same), ("ratio", UnitScale.Factor(100))],
        [Reading.HeatTempC] = Temperature,
        [Reading.HeatPowerW] = Power,
        [Reading.PriceCtKwh] = Price,
        [Reading.FeedInCtKwh] = Price,
        [Reading.HashpriceSatsThsDay] = [("sats/(TH/s·day)", UnitScale.Same)],
        [Reading.BtcPriceEur] = [("EUR", UnitScale.Same)],
        [Reading.ForecastConfidence] = [("ratio", UnitScale.Same), ("%", new(0, 1, 100))],
        [Reading.MinerPowerW] = Power,
        [Reading.MinerTempC] = Temperature,
        [Reading.MinerHashrateThs] = HashRate,
        [Reading.MinerHeartbeatAgeS] = [("s", UnitScale.Same), ("ms", new(0, 1, 1_000))],
    }.ToFrozenDictionary();

    /// <summary>The units a reading can come in, its own first.</summary>
    public static IEnumerable<string> For(Reading reading) => Units[reading].Select(known => known.Unit);

    /// <summary>How a unit becomes the reading's own.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="unit">Unit; <see langword="null"/> for the reading's own.</param>
    /// <exception cref="InvalidOperationException">The reading does not come in that unit; the configuration's check refuses it before.</exception>
    public static UnitScale Scale(Reading reading, string? unit) =>
        unit is null ? UnitScale.Same : Units[reading].First(known => known.Unit == unit).Scale;
}
