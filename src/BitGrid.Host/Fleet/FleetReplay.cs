using BitGrid.Engine;
using BitGrid.Engine.Kpis;
using BitGrid.Engine.Replay;
using BitGrid.Host.Cli;
using BitGrid.Host.Recordings;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Fleet;

/// <summary>
/// Plays many homes through the same rules, one home per core at a time: a home is sequential, because each block needs the memory of
/// the one before, and homes have nothing to do with each other. Memory stays flat, however many there are.
/// </summary>
/// <param name="house">The rules, and the site that every home is taken for.</param>
/// <param name="period">The part of the recordings that is wanted.</param>
/// <param name="fingerprints">True to make the fingerprint of every home's decisions; that takes ten times as long as the key figures.</param>
internal sealed class FleetReplay(House house, Period period, bool fingerprints)
{
    readonly SiteProfile _site = house.Configuration.Site;

    /// <summary>The results in the order of the homes.</summary>
    public IEnumerable<HomeResult> Run(IEnumerable<FleetHome> homes) => homes
        .AsParallel().AsOrdered()
        .WithDegreeOfParallelism(Environment.ProcessorCount)
        .WithMergeOptions(ParallelMergeOptions.NotBuffered)
        .Select(Play);

    HomeResult Play(FleetHome home)
    {
        InputReport report = new();
        KpiCalculator kpis = new(_site, house.Configuration.ThermalLimitC);
        using DecisionFingerprint? fingerprint = fingerprints ? new() : null;
        IEnumerable<ReplayRow> rows = new RecordingReader(_site, report, period).Read(home.Path);
        foreach (Decision[] decisions in new Replayer(house.Engine, _site).Run(rows))
        {
            kpis.Add(decisions, house.Engine);
            foreach (Decision decision in decisions)
                fingerprint?.Add(house.Engine.Describe(decision));
        }

        return report.IsBad ? new(home, null, null, report) : new(home, kpis.Report().Period, fingerprint?.ToString(), report);
    }
}
