using System.Collections.Immutable;
using BitGrid.Simulation;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Tests.Simulation;

/// <summary>Short series and plain houses for tests: what a test does not care about is constant.</summary>
internal static class SomeSeries
{
    /// <summary>2025-06-21T00:00Z.</summary>
    public static readonly Block First = Block.At(new(2025, 6, 21, 0, 0, 0, TimeSpan.Zero));

    /// <summary>A series of PV and load, with a price that may differ from block to block.</summary>
    public static HouseSeries Of(IReadOnlyList<double> pvW, IReadOnlyList<double>? loadW = null, IReadOnlyList<double>? priceCtKwh = null) => new()
    {
        FirstBlockId = First.Id,
        PvW = [.. pvW],
        HouseLoadW = loadW is null ? All(pvW.Count, 300) : [.. loadW],
        PriceCtKwh = priceCtKwh is null ? All(pvW.Count, 15) : [.. priceCtKwh],
        ImportCtKwh = priceCtKwh is null ? All(pvW.Count, 15) : [.. priceCtKwh],
        FeedInCtKwh = All(pvW.Count, 8),
        HashpriceSatsThsDay = All(pvW.Count, 50),
        BtcPriceEur = All(pvW.Count, 90_000),
        ForecastSurplusW = [.. pvW.Select(_ => ImmutableArray<double>.Empty)],
        ForecastConfidence = All(pvW.Count, double.NaN),
    };

    /// <summary>Days of sun: a bell over noon each day.</summary>
    public static double[] Sun(int days, double peakW) =>
        [.. Enumerable.Range(0, days * Block.PerDay).Select(block => Math.Round(peakW * Bump.At(block % Block.PerDay / 6.0, 12, 2.5)))];

    /// <summary>A miner of the shipped configuration.</summary>
    public static LoadSpec Miner { get; } = new([800, 1_300, 1_650]) { EfficiencyJTh = 18.5, StandbyW = 11 };

    public static HouseSpec WithoutBattery { get; } = new([Miner]);

    public static HouseSpec WithBattery { get; } = new([Miner]) { Battery = new(10_000, 5_000) };

    static ImmutableArray<double> All(int count, double value) => [.. Enumerable.Repeat(value, count)];
}
