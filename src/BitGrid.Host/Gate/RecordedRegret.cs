using System.Collections.Immutable;
using BitGrid.Engine.Replay;
using BitGrid.Host.Configuration;
using BitGrid.Host.Simulation;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Gate;

/// <summary>
/// What was lost on the recorded days against somebody who knew them beforehand. Sun, house and prices are the recorded ones; battery
/// and miner are simulated, for with other decisions they would have been in another state (see <c>bitgrid simulate</c>). Both sides
/// are measured by one optimum: that of what runs now.
/// </summary>
internal sealed class RecordedRegret
{
    readonly HouseSeries _series;
    readonly SimulatedRun _off;
    readonly SimulatedRun? _optimum;

    /// <summary>Finds the optimum.</summary>
    /// <param name="days">The recorded days, at least one.</param>
    /// <param name="now">The configuration that runs now.</param>
    public RecordedRegret(RecordedDays days, SiteConfiguration now)
    {
        _series = SeriesOf(days, now);
        HouseSimulator simulator = new(now, _series);
        _off = simulator.RunBaseline(Strategy.Off);
        _optimum = simulator.RunOptimum();
    }

    /// <summary>The regret of a side; unknown where there is no optimum, or where another program decides.</summary>
    public KpiSeries Of(IGateSide side)
    {
        if (_optimum is null || side is not OwnSide own)
            return KpiSeries.Unknown;
        SimulatedRun run = new HouseSimulator(own.Configuration, _series).Run(own.Engine);
        Dictionary<DateOnly, double> days = [];
        for (int i = 0; i < run.Days.Count; i++)
        {
            if (Regret([run.Days[i]], [_off.Days[i]], [_optimum.Days[i]]) is { } regretPct)
                days[DateOnly.FromDateTime(new Block(run.Days[i].Day * Block.PerDay).WindowStart.UtcDateTime)] = regretPct;
        }

        return new(Regret(run.Days, _off.Days, _optimum.Days), days);
    }

    static double? Regret(IReadOnlyList<Ledger> run, IReadOnlyList<Ledger> off, IReadOnlyList<Ledger> optimum) =>
        StrategyFigures.Of(Strategy.BitGrid, SimulatedRun.Sum(run), run.Count, SimulatedRun.Sum(off), SimulatedRun.Sum(optimum)).RegretPct;

    static HouseSeries SeriesOf(RecordedDays days, SiteConfiguration house)
    {
        long first = days.Rows[0].State.Block.Id;
        var states = new EnergyState?[days.Rows[^1].State.Block.Id - first + 1];
        foreach (ReplayRow row in days.Rows.Where(row => !row.IsBetweenTicks))
            states[row.State.Block.Id - first] ??= row.State;
        ImmutableArray<double> Of(Func<EnergyState, double?> value) => [.. states.Select(state => state is null ? double.NaN : value(state) ?? double.NaN)];
        return new()
        {
            FirstBlockId = first,
            PvW = Of(state => state.PvPowerW),
            HouseLoadW = Of(state => state.HouseLoadW),
            PriceCtKwh = Of(state => state.PriceCtKwh),
            ImportCtKwh = Of(state => state.PriceCtKwh ?? house.Host.Simulation.PriceCtKwh),
            FeedInCtKwh = Of(state => state.FeedInCtKwh ?? house.Site.FeedInCtKwh ?? 0),
            HashpriceSatsThsDay = Of(state => state.HashpriceSatsThsDay ?? house.Host.Simulation.HashpriceSatsThsDay),
            BtcPriceEur = Of(state => state.BtcPriceEur ?? house.Host.Simulation.BtcPriceEur),
            ForecastSurplusW = [.. states.Select(state => state is { ForecastSurplusW.IsDefault: false } ? state.ForecastSurplusW : [])],
            ForecastConfidence = Of(state => state.ForecastConfidence),
        };
    }
}
