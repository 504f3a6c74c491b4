using BitGrid.Engine.Explanation;

namespace BitGrid.Engine.Kpis;

/// <summary>Counts decisions and energies, block after block, in constant memory per day.</summary>
/// <param name="site">The house.</param>
/// <param name="thermalLimitC">Temperature from which a running load is too hot, °C: <c>t_stop_c</c> of R3.</param>
public sealed class KpiCalculator(SiteProfile site, double thermalLimitC)
{
    readonly SortedDictionary<long, KpiTally> _days = [];
    readonly bool[] _wasHot = new bool[site.Loads.Length];
    readonly ExplanationCheck _explained = new();

    /// <summary>
    /// Adds the decisions of one block, one per load in the order of the site's loads, or one decision between two ticks. Such a
    /// one counts as a decision, with its start or stop; it adds no energy and no block, because the energy of a block is that of
    /// the regular decision.
    /// </summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="records">The same as records.</param>
    public void Add(ReadOnlySpan<Decision> decisions, ReadOnlySpan<DecisionRecord> records)
    {
        KpiTally tally = new() { Decisions = decisions.Length, Days = 1 };
        for (int i = 0; i < decisions.Length; i++)
            Count(ref tally, decisions[i], records[i]);
        if (decisions[0].Trigger is DecisionTrigger.BlockTick or DecisionTrigger.Startup)
            AddBlock(ref tally, decisions, records);

        long day = decisions[0].Situation.State.Block.Day;
        _days[day] = _days.TryGetValue(day, out KpiTally before) ? before + tally with { Days = 0 } : tally;
    }

    /// <summary>The figures so far.</summary>
    public KpiReport Report() => new(
        _days.Values.Aggregate(new KpiTally(), (sum, day) => sum + day).Figures(),
        [.. _days.Select(day => new KpiDay(DateOnly.FromDateTime(new Block(day.Key * Block.PerDay).WindowStart.UtcDateTime), day.Value.Figures()))]);

    void Count(ref KpiTally tally, Decision decision, DecisionRecord record)
    {
        if (decision.Action == DecisionAction.Start)
            tally.Starts++;
        if (decision.Action == DecisionAction.Stop)
        {
            tally.Stops++;
            if (record.Votes.Any(vote => vote.Tier == RuleTier.Safety && vote.Rule == decision.DecidingRule))
                tally.SafetyStops++;
        }

        if (_explained.Covers(record))
            tally.Explained++;
        if (record.EnergyPath.ExportReason != EngineReasons.PolicyFault)
            tally.Traced++;
    }

    void AddBlock(ref KpiTally tally, ReadOnlySpan<Decision> decisions, ReadOnlySpan<DecisionRecord> records)
    {
        for (int i = 0; i < decisions.Length; i++)
        {
            bool hot = decisions[i].NewStatus.Running && decisions[i].Situation.Readings.TempC >= thermalLimitC;
            if (hot && _wasHot[i])
                tally.ThermalIncidents++;
            _wasHot[i] = hot;
            AddWork(ref tally, decisions[i], records[i]);
        }

        AddEnergies(ref tally, decisions);
    }

    static void AddWork(ref KpiTally tally, Decision decision, DecisionRecord record)
    {
        ref readonly Situation situation = ref decision.Situation;
        double powerW = situation.Load.PowerAt(decision.NewStatus.Level);
        tally.LoadWh += powerW * Block.Hours;
        if (powerW > 0 && situation.Load.Kind == LoadKind.Miner && record.EnergyPath.Values.SatsPerKwh is { } satsPerKwh)
        {
            tally.Sats += satsPerKwh * powerW * Block.Hours / 1000;
            tally.SatsWh += powerW * Block.Hours;
        }
    }

    void AddEnergies(ref KpiTally tally, ReadOnlySpan<Decision> decisions)
    {
        EnergyState state = decisions[0].Situation.State;
        if (state is not { PvPowerW: { } pvW, HouseLoadW: { } houseW })
        {
            tally.UnknownBlocks++;
            return;
        }

        double loadsW = 0;
        foreach (Decision decision in decisions)
            loadsW += decision.Situation.Load.PowerAt(decision.NewStatus.Level);
        double withoutLoadsW = houseW - pvW - (state.BatteryPowerW ?? 0);

        tally.ImportWh += Math.Max(0, withoutLoadsW + loadsW) * Block.Hours;
        tally.ImportOffWh += Math.Max(0, withoutLoadsW) * Block.Hours;
        tally.ImportNaiveWh += Math.Max(0, withoutLoadsW + NaiveW(pvW - houseW)) * Block.Hours;
        tally.PvWh += pvW * Block.Hours;
        tally.ExportWh += Math.Min(pvW, Math.Max(0, -withoutLoadsW - loadsW)) * Block.Hours;
        tally.ConsumptionWh += (houseW + loadsW) * Block.Hours;
    }

    double NaiveW(double surplusW)
    {
        double naiveW = 0;
        foreach (LoadProfile load in site.Loads)
        {
            if (surplusW - naiveW >= load.PowerAt(1))
                naiveW += load.PowerAt(1);
        }

        return naiveW;
    }
}
