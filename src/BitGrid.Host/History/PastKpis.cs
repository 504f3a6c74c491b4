using System.Collections.Immutable;
using BitGrid.Engine;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Kpis;
using BitGrid.Host.Configuration;
using BitGrid.Host.Recordings;

namespace BitGrid.Host.History;

/// <summary>Key figures of what was decided in earnest, whatever the rules would say today: of a period, its days, and each configuration.</summary>
/// <param name="history">The past.</param>
/// <param name="records">Reads its lines.</param>
internal sealed class PastKpis(HouseHistory history, RecordReader records)
{
    /// <summary>The figures of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="configuration">The configuration in force: the house, and the temperature that is too hot.</param>
    /// <exception cref="Store.StoreException">The database cannot be read.</exception>
    public (KpiReport All, ImmutableArray<KeyValuePair<string, KpiFigures>> ByConfig) Of(Period period, SiteConfiguration configuration)
    {
        KpiCalculator all = new(configuration.Site, configuration.ThermalLimitC);
        List<KeyValuePair<string, KpiCalculator>> byConfig = [];
        foreach (IReadOnlyList<PastDecision> together in Together(history.All(period)))
        {
            string hash = together[0].ConfigHash;
            if (!byConfig.Exists(entry => entry.Key == hash))
                byConfig.Add(new(hash, new(configuration.Site, configuration.ThermalLimitC)));
            Add([all, byConfig.Find(entry => entry.Key == hash).Value], together, configuration.Site);
        }

        return (all.Report(), [.. byConfig.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Report().Period))]);
    }

    // The regular decisions of a block belong together; one between two ticks stands alone.
    static IEnumerable<IReadOnlyList<PastDecision>> Together(IEnumerable<PastDecision> decisions)
    {
        List<PastDecision> block = [];
        foreach (PastDecision past in decisions)
        {
            if (block.Count > 0 && (!past.IsTick || block[0].Block != past.Block))
            {
                yield return block;
                block = [];
            }

            if (past.IsTick)
                block.Add(past);
            else
                yield return [past];
        }

        if (block.Count > 0)
            yield return block;
    }

    void Add(KpiCalculator[] calculators, IReadOnlyList<PastDecision> together, SiteProfile site)
    {
        // Of a load that the house no longer has nothing is known in advance, not even its power.
        (PastDecision Past, DecisionRecord Record, LoadProfile Load)[] known =
        [
            .. from past in together
               let record = records.Read(past.Line)
               let load = site.Loads.FirstOrDefault(load => load.Id == record.LoadId)
               where load is not null && record.NewState.Level <= load.TopLevel
               select (past, record, load),
        ];
        if (known.Length == 0)
            return;
        Decision[] decisions = [.. known.Select(entry => Decision.Of(entry.Record, SituationOf(entry.Past, entry.Record, entry.Load, site)))];
        DecisionRecord[] of = [.. known.Select(entry => entry.Record)];
        foreach (KpiCalculator calculator in calculators)
            calculator.Add(decisions, of);
    }

    static Situation SituationOf(PastDecision past, DecisionRecord record, LoadProfile load, SiteProfile site)
    {
        EnergyState state = new()
        {
            Block = record.Block,
            Time = record.Time,
            PvPowerW = past.Number(ReadingNames.NameOf(Reading.PvPowerW)),
            HouseLoadW = past.Number(ReadingNames.NameOf(Reading.HouseLoadW)),
            GridPowerW = past.Number(ReadingNames.NameOf(Reading.GridPowerW)),
            BatteryPowerW = past.Number(ReadingNames.NameOf(Reading.BatteryPowerW)),
        };
        return new(site, load, state, new() { TempC = past.Number(ReadingNames.NameOf(Reading.MinerTempC)) }, record.PreviousState, SurplusW: null);
    }
}
