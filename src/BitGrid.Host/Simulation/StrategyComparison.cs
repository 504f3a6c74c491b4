using System.Collections.Immutable;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>Holds the runs of several strategies through the same series against each other.</summary>
/// <param name="runs">The runs, that with the loads off among them.</param>
internal sealed class StrategyComparison(IReadOnlyList<SimulatedRun> runs)
{
    /// <summary>All days.</summary>
    public SimulatedSpan Total => Span(null, _ => true);

    /// <summary>The days of each season that there is, when there are several.</summary>
    public ImmutableArray<SimulatedSpan> Seasons
    {
        get
        {
            Season[] seasons = [.. runs[0].Days.Select(SeasonOf).Distinct().Order()];
            return seasons.Length < 2 ? [] : [.. seasons.Select(season => Span(season, day => SeasonOf(day) == season))];
        }
    }

    SimulatedSpan Span(Season? season, Func<Ledger, bool> contains)
    {
        List<(Strategy Strategy, Ledger Account)> accounts = [.. runs.Select(run => (run.Strategy, SimulatedRun.Sum([.. run.Days.Where(contains)])))];
        int days = runs[0].Days.Count(contains);
        Ledger off = accounts.Find(account => account.Strategy == Strategy.Off).Account;
        Ledger? optimum = accounts.Find(account => account.Strategy == Strategy.Optimum).Account;
        return new(season, days, off.Blocks, off.UnknownBlocks, [.. accounts.Select(account => StrategyFigures.Of(account.Strategy, account.Account, days, off, optimum))]);
    }

    /// <summary>The season of a day.</summary>
    public static Season SeasonOf(Ledger day) => (Season)(DateTimeOffset.UnixEpoch.AddDays(day.Day).Month % 12 / 3);
}
