using System.Collections.Immutable;

namespace BitGrid.Simulation.Houses;

/// <summary>
/// What comes to a house from outside, block by block, whatever it does itself. Made once and shared by as many runs as are
/// wanted, from several threads. A value that is not known is <see cref="double.NaN"/>, never a zero and never a guess.
/// </summary>
public sealed class HouseSeries
{
    readonly Lazy<double> _storedCtKwh;

    /// <summary>Creates a series; every part of it is as long as the others.</summary>
    public HouseSeries() => _storedCtKwh = new(() => ImportCtKwh.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average());

    /// <summary>The first block, <c>unix_seconds / 600</c>.</summary>
    public required long FirstBlockId { get; init; }

    /// <summary>PV production, W.</summary>
    public required ImmutableArray<double> PvW { get; init; }

    /// <summary>Load of the house without the flexible loads and the battery, W.</summary>
    public required ImmutableArray<double> HouseLoadW { get; init; }

    /// <summary>What the house pays for a kWh, ct/kWh: what the controller is told.</summary>
    public required ImmutableArray<double> PriceCtKwh { get; init; }

    /// <summary>What an imported kWh is reckoned with, ct/kWh: the price, or a fixed tariff where the series has none at all.</summary>
    public required ImmutableArray<double> ImportCtKwh { get; init; }

    /// <summary>What an exported kWh brings, ct/kWh.</summary>
    public required ImmutableArray<double> FeedInCtKwh { get; init; }

    /// <summary>Earnings of 1 TH/s in a day, sats.</summary>
    public required ImmutableArray<double> HashpriceSatsThsDay { get; init; }

    /// <summary>Price of one bitcoin, EUR.</summary>
    public required ImmutableArray<double> BtcPriceEur { get; init; }

    /// <summary>Expected surplus of the blocks after each block, W, the next one first; empty where there is no forecast.</summary>
    public required ImmutableArray<ImmutableArray<double>> ForecastSurplusW { get; init; }

    /// <summary>Confidence in the forecast, 0 to 1.</summary>
    public required ImmutableArray<double> ForecastConfidence { get; init; }

    /// <summary>Number of blocks.</summary>
    public int Count => PvW.Length;

    /// <summary>True when money can be reckoned: there is a price, at least in some blocks.</summary>
    public bool HasPrice => double.IsFinite(StoredCtKwh);

    /// <summary>True when PV, load and (in a series with prices) price of a block are known, so that its energies and its money can be told.</summary>
    /// <param name="block">Index of the block.</param>
    public bool IsKnown(int block) => double.IsFinite(PvW[block] - HouseLoadW[block]) && (double.IsFinite(ImportCtKwh[block]) || !HasPrice);

    /// <summary>What a mined kWh brings, sats: <c>hashprice / 86 400 · 3.6·10⁶ / efficiency</c>.</summary>
    /// <param name="block">Index of the block.</param>
    /// <param name="load">The load; 0 for one that does not mine.</param>
    public double SatsPerKwh(int block, LoadSpec load) =>
        load.EfficiencyJTh is { } efficiencyJTh ? HashpriceSatsThsDay[block] / 86_400 * 3.6e6 / efficiencyJTh : 0;

    /// <summary>What stored energy is reckoned with at the end, ct/kWh: the mean of what an imported kWh costs; NaN in a series without prices.</summary>
    public double StoredCtKwh => _storedCtKwh.Value;
}
