using System.Buffers;
using BitGrid.Engine;
using BitGrid.Engine.Replay;
using BitGrid.Host.Configuration;
using BitGrid.Host.Live;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Testing;

namespace BitGrid.Host.Tests.Mqtt;

/// <summary>Real decisions of the shipped rules on a sunny noon.</summary>
static class Decisions
{
    public static TakenDecision On(EnergyState state, ManualOverride? wish = null)
    {
        using ConfigSandbox files = new();
        SiteConfiguration config = files.Load().Configuration!;
        DecisionEngine engine = new(config.Rules, config.Policy, new EngineSettings { EngineVersion = "1.0.0", ConfigHash = new string('a', 64) });
        LoadReadings readings = new() { PowerW = 0, TempC = 40, HeartbeatAgeS = 5 };
        Situation situation = new(config.Site, config.Site.Loads[0], state, readings, LoadStatus.Off, state.SurplusW, wish);
        Decision decision = engine.Decide(situation, engine.NoMemory);
        DecisionRecord record = engine.Describe(decision);
        ArrayBufferWriter<byte> line = new();
        DecisionLine.Write(line, record);
        return new(new ReplayRow(state, "miner", readings, LoadStatus.Off) { Override = wish }, decision, record, line.WrittenMemory);
    }

    /// <summary>A wish of two blocks that began with <see cref="Some.Block"/>.</summary>
    public static ManualOverride Wish { get; } = new(Run: true, Level: 1, Some.Block, Blocks: 2);
}
