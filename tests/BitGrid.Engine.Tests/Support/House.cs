using BitGrid.Testing;

namespace BitGrid.Engine.Tests.Support;

/// <summary>A load that lives through blocks: its status and memory follow the decisions.</summary>
sealed class House(DecisionEngine engine)
{
    public LoadMemory Memory { get; private set; } = engine.NoMemory;

    public LoadStatus Status { get; set; } = LoadStatus.Off;

    public ManualOverride? Wish { get; set; }

    public Block Block { get; set; } = Some.Block;

    public LoadProfile Load { get; init; } = Some.Load();

    /// <summary>Decides about the next block and goes there.</summary>
    public Decision Next(EnergyState? state = null, LoadReadings? readings = null)
    {
        Decision decision = Ask(DecisionTrigger.BlockTick, state, readings);
        Block = Block.Plus(1);
        Status = decision.NewStatus.After(1);
        return decision;
    }

    /// <summary>Decides once more within the block that comes next.</summary>
    public Decision Ask(DecisionTrigger trigger, EnergyState? state = null, LoadReadings? readings = null)
    {
        state = (state ?? Some.State()) with { Block = Block, Time = Block.WindowStart };
        Decision decision = engine.Decide(Some.Situation(state, readings, Status, load: Load, wish: Wish), Memory, trigger);
        (Memory, Status) = (decision.NextMemory, decision.NewStatus);
        return decision;
    }
}
