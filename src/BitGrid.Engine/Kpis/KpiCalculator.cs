using System.Runtime.InteropServices;

namespace BitGrid.Engine.Kpis;

/// <summary>Counts decisions and energies, block after block, in constant memory per day.</summary>
/// <param name="site">The house.</param>
/// <param name="thermalLimitC">Temperature from which a running load is too hot, °C: <c>t_stop_c</c> of R3.</param>
public sealed class KpiCalculator(SiteProfile site, double thermalLimitC)
{
    readonly List<KpiTally> _days = [];
    readonly bool[] _wasHot = new bool[site.Loads.Length];
    readonly FactFinder _find = new();
    readonly KpiFacts[] _facts = new KpiFacts[site.Loads.Length];

    /// <summary>
    /// Adds the decisions of one block, one per load in the order of the site's loads, or one decision between two ticks. Such a
    /// one counts as a decision, with its start or stop; it adds no energy and no block, because the energy of a block is that of
    /// the regular decision. Blocks come in their order.
    /// </summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="records">The same as records.</param>
    public void Add(ReadOnlySpan<Decision> decisions, ReadOnlySpan<DecisionRecord> records)
    {
        for (int i = 0; i < decisions.Length; i++)
            _facts[i] = _find.Of(decisions[i], records[i]);
        Add(decisions);
    }

    /// <summary>Adds decisions without records. The figures are the same; many times faster where nobody asks for the records.</summary>
    /// <param name="decisions">As above.</param>
    /// <param name="engine">The engine that took them.</param>
    public void Add(ReadOnlySpan<Decision> decisions, DecisionEngine engine)
    {
        for (int i = 0; i < decisions.Length; i++)
            _facts[i] = _find.Of(decisions[i], engine);
        Add(decisions);
    }

    /// <summary>The figures so far.</summary>
    public KpiReport Report() => new(
        _days.Aggregate(new KpiTally(), (sum, day) => sum + day).Figures(),
        [.. _days.Select(day => new KpiDay(DateOnly.FromDateTime(new Block(day.Day * Block.PerDay).WindowStart.UtcDateTime), day.Figures()))]);

    void Add(ReadOnlySpan<Decision> decisions)
    {
        long day = decisions[0].Situation.State.Block.Day;
        if (_days.Count == 0 || _days[^1].Day != day)
            _days.Add(new() { Day = day, Days = 1 });
        ref KpiTally tally = ref CollectionsMarshal.AsSpan(_days)[^1];

        for (int i = 0; i < decisions.Length; i++)
            Count(ref tally, decisions[i], _facts[i]);
        if (decisions[0].Trigger is DecisionTrigger.BlockTick or DecisionTrigger.Startup)
            AddBlock(ref tally, decisions);
    }

    static void Count(ref KpiTally tally, Decision decision, in KpiFacts facts)
    {
        tally.Decisions++;
        if (decision.Action == DecisionAction.Start)
            tally.Starts++;
        if (decision.Action == DecisionAction.Stop)
        {
            tally.Stops++;
            tally.SafetyStops += facts.IsSafety ? 1 : 0;
        }

        tally.Explained += facts.IsExplained ? 1 : 0;
        tally.Traced += facts.IsTraced ? 1 : 0;
    }

    void AddBlock(ref KpiTally tally, ReadOnlySpan<Decision> decisions)
    {
        for (int i = 0; i < decisions.Length; i++)
        {
            bool hot = decisions[i].NewStatus.Running && decisions[i].Situation.Readings.TempC >= thermalLimitC;
            if (hot && _wasHot[i])
                tally.ThermalIncidents++;
            _wasHot[i] = hot;
            AddWork(ref tally, decisions[i], _facts[i]);
        }

        AddEnergies(ref tally, decisions);
    }

    static void AddWork(ref KpiTally tally, Decision decision, in KpiFacts facts)
    {
        double powerW = decision.Situation.Load.PowerAt(decision.NewStatus.Level);
        tally.LoadWh += powerW * Block.Hours;
        if (powerW > 0 && facts.SatsPerKwh is { } satsPerKwh)
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
