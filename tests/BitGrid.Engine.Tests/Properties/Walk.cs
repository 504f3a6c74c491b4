using BitGrid.Engine.Replay;
using BitGrid.Engine.Tests.Support;

namespace BitGrid.Engine.Tests.Properties;

/// <summary>Random days of a random house: settings, rows for two loads, and a person's wishes for the first.</summary>
sealed record Walk(RuleSettings Rules, AutonomyLevel Autonomy, SiteProfile Site, ReplayRow[][] Blocks, ManualOverride?[] Wishes)
{
    public DecisionEngine Engine() => Engines.BuiltIn(new() { Autonomy = Autonomy }, Rules);

    public DecisionEngine Engine(IEnumerable<int> order)
    {
        RegisteredRule[] rules = Rules.Rules();
        return Engines.BuiltIn(new() { Autonomy = Autonomy }, order.Select(i => rules[i]));
    }

    /// <summary>All decisions without wishes, through the replay.</summary>
    public Decision[][] Replay(DecisionEngine engine) => [.. new Replayer(engine, Site).Run(Blocks.SelectMany(rows => rows))];

    /// <summary>The decisions about the first load, with wishes.</summary>
    public List<Decision> Live(DecisionEngine engine)
    {
        List<Decision> decisions = [];
        LoadMemory memory = engine.NoMemory;
        LoadStatus status = LoadStatus.Off;
        for (int i = 0; i < Blocks.Length; i++)
        {
            ReplayRow row = Blocks[i][0];
            if (i > 0)
                status = status.After(row.State.Block.Id - Blocks[i - 1][0].State.Block.Id);
            Decision decision = engine.Decide(new(Site, Site.Loads[0], row.State, row.Readings, status, row.State.SurplusW, Wishes[i]), memory);
            decisions.Add(decision);
            (memory, status) = (decision.NextMemory, decision.NewStatus);
        }

        return decisions;
    }
}
