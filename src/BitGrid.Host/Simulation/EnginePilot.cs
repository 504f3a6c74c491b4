using BitGrid.Engine;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>
/// BitGrid at the wheel of a simulated house: what its instruments say goes through the intake into the engine, and what the engine
/// decides goes to the loads. At the beginning of a block it is told the means of the block before, the price of this block and the
/// forecast of the next ones, as in a real house.
/// </summary>
/// <param name="engine">Decides.</param>
/// <param name="site">The house as it is configured.</param>
/// <param name="describes">True to describe every decision and count how many can be explained; that takes as long again as the run.</param>
internal sealed class EnginePilot(DecisionEngine engine, SiteProfile site, bool describes) : IPilot
{
    readonly StateIntake _intake = new(site);
    readonly RawRow[] _raw = [.. site.Loads.Select(_ => new RawRow())];
    readonly List<ReplayRow> _rows = [];
    readonly LoadMemory[] _memories = [.. site.Loads.Select(_ => engine.NoMemory)];
    readonly LoadStatus[] _statuses = [.. site.Loads.Select(_ => LoadStatus.Off)];
    readonly Decision[] _decisions = new Decision[site.Loads.Length];
    readonly ExplanationCheck _explained = new();

    /// <summary>The decisions of the last block, one per load.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>Stops that a rule of the Safety tier decided.</summary>
    public int SafetyStops { get; private set; }

    /// <summary>Decisions described so far.</summary>
    public int Described { get; private set; }

    /// <summary>Described decisions that can be explained in both languages.</summary>
    public int Explained { get; private set; }

    /// <summary>Described decisions with an energy path.</summary>
    public int Traced { get; private set; }

    /// <inheritdoc/>
    public void Steer(HouseModel house, Span<int> levels)
    {
        Block block = new(house.Series.FirstBlockId + house.Block + 1);
        for (int i = 0; i < _raw.Length; i++)
        {
            _statuses[i] = Confirmed(_statuses[i], house, i);
            Instruments.Read(house, i, block, _raw[i]);
            _raw[i].Recorded = _statuses[i];
            _raw[i].LoadId = site.Loads[i].Id;
        }

        _rows.Clear();
        _intake.Accept(_raw, _rows, []);
        double? surplusW = _rows[0].State.SurplusW;
        for (int i = 0; i < _rows.Count; i++)
        {
            Decide(i, surplusW);
            levels[i] = _statuses[i].Level;
            surplusW -= site.Loads[i].PowerAt(levels[i]);
        }
    }

    void Decide(int load, double? surplusW)
    {
        ReplayRow row = _rows[load];
        Decision decision = engine.Decide(new(site, site.Loads[load], row.State, row.Readings, _statuses[load], surplusW), _memories[load]);
        (_decisions[load], _memories[load], _statuses[load]) = (decision, decision.NextMemory, decision.NewStatus);
        if (decision.Action == DecisionAction.Stop && IsSafety(decision.DecidingRule))
            SafetyStops++;
        if (describes)
            Describe(decision);
    }

    void Describe(Decision decision)
    {
        DecisionRecord record = engine.Describe(decision);
        Described++;
        Explained += _explained.Covers(record) ? 1 : 0;
        Traced += record.EnergyPath.ExportReason != EngineReasons.PolicyFault ? 1 : 0;
    }

    bool IsSafety(string? rule)
    {
        foreach (RegisteredRule voter in engine.Rules)
        {
            if (voter.Id == rule)
                return voter.Tier == RuleTier.Safety;
        }

        return false;
    }

    // The rules decide on what is, not on what was wished: a load that did not obey is decided about as it was seen.
    static LoadStatus Confirmed(LoadStatus decided, HouseModel house, int load)
    {
        LoadStatus expected = decided.After(1);
        if (house.Block < 0 || house.Loads[load].Level == expected.Level)
            return expected;
        int level = house.Loads[load].Level;
        bool runs = level > 0;
        if (runs == decided.Running)
            return expected with { Level = level };
        return runs ? new(true, level, LoadStatus.LongSince) : new(false, 0, 0);
    }
}
