using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests.Explanation;

/// <summary>A moment of the house and what a neighbour should read of it. It begins at 12:00 in the house's time zone.</summary>
sealed record ReadingCase(string Name, string De, string En)
{
    public EnergyState State { get; init; } = Some.State();

    public LoadReadings Readings { get; init; } = Some.Readings();

    public LoadStatus Status { get; init; } = LoadStatus.Off;

    public ManualOverride? Wish { get; init; }

    public RuleSettings Rules { get; init; } = new();

    public AutonomyLevel Autonomy { get; init; }

    public DecisionTrigger Trigger { get; init; }

    public LoadProfile Load { get; init; } = Some.Load();

    public SiteProfile? Site { get; init; }

    /// <summary>What happened one block before, when that matters.</summary>
    public ReadingCase? Before { get; init; }

    public DecisionEngine Engine() => Engines.BuiltIn(new() { Autonomy = Autonomy }, Rules);

    public Decision Decide()
    {
        DecisionEngine engine = Engine();
        LoadMemory memory = Before is { } before ? engine.Decide(before.Situation(Some.Block.Plus(-1)), Past(engine)).NextMemory : Past(engine);
        return engine.Decide(Situation(Some.Block), memory, Trigger);
    }

    // A house that has been well for a while: no band counts as latched only because nothing is remembered.
    static LoadMemory Past(DecisionEngine engine) =>
        engine.Decide(Some.Situation(Some.State(block: Some.Block.Plus(-2))), engine.NoMemory).NextMemory;

    Situation Situation(Block block) =>
        Some.Situation(State with { Block = block, Time = block.WindowStart }, Readings, Status, Site, Load, Wish);
}
