using BenchmarkDotNet.Attributes;
using BitGrid.Engine;
using BitGrid.Engine.Replay;

namespace BitGrid.Benchmarks;

/// <summary>
/// What a decision costs, per block: the engine against a hand-written loop (the limit) and against Microsoft's RulesEngine, on the
/// same states. The setup refuses to measure unless all three switch the load alike in every block.
/// </summary>
[Config(typeof(InProcessConfig))]
public class EngineBenchmarks
{
    // RulesEngine is thousands of times slower: it gets the first two weeks and is reckoned per block like the others.
    const int RulesEngineBlocks = 14 * Block.PerDay;

    readonly ReplayRow[] _rows = HouseYear.Rows();
    readonly int[] _levels = new int[HouseYear.Blocks];
    readonly DecisionEngine _engine = BuiltInRules.Engine();
    readonly MicrosoftRulesEngine _rulesEngine = new();

    [GlobalSetup]
    public async Task AllThreeDecideAlike()
    {
        HandWrittenLoop.Run(_rows, HouseYear.Site.Loads[0], _levels);
        int block = 0;
        foreach (Decision[] decisions in new Replayer(_engine, HouseYear.Site).Run(_rows))
        {
            if (decisions[0].NewStatus.Level != _levels[block])
                throw new InvalidOperationException($"Block {block}: the engine runs level {decisions[0].NewStatus.Level} ({decisions[0].Reason}), the hand-written loop level {_levels[block]}.");
            block++;
        }

        int[] theirs = await _rulesEngine.Run(_rows.AsMemory(0, RulesEngineBlocks), HouseYear.Site.Loads[0]);
        if (!theirs.AsSpan().SequenceEqual(_levels.AsSpan(0, RulesEngineBlocks)))
            throw new InvalidOperationException("Microsoft's RulesEngine does not switch the load as the hand-written loop does.");
    }

    [Benchmark(Description = "(d) hand-written loop", OperationsPerInvoke = HouseYear.Blocks, Baseline = true)]
    public int Loop()
    {
        HandWrittenLoop.Run(_rows, HouseYear.Site.Loads[0], _levels);
        return _levels[^1];
    }

    [Benchmark(Description = "(a) engine: all rules vote", OperationsPerInvoke = HouseYear.Blocks)]
    public int Decide()
    {
        LoadMemory memory = _engine.NoMemory;
        LoadStatus status = LoadStatus.Off;
        foreach (ReplayRow row in _rows)
        {
            Decision decision = _engine.Decide(HouseYear.Situation(row, status.After(1)), memory);
            (memory, status) = (decision.NextMemory, decision.NewStatus);
        }

        return status.Level;
    }

    [Benchmark(Description = "(a+) engine: whole records with all conditions", OperationsPerInvoke = HouseYear.Blocks)]
    public int DecideAndDescribe()
    {
        int votes = 0;
        foreach (Decision[] decisions in new Replayer(_engine, HouseYear.Site).Run(_rows))
            votes += _engine.Describe(decisions[0]).Votes.Length;
        return votes;
    }

    [Benchmark(Description = "(c) Microsoft RulesEngine 6.0.1", OperationsPerInvoke = RulesEngineBlocks)]
    public async Task<int> RulesEngine() => (await _rulesEngine.Run(_rows.AsMemory(0, RulesEngineBlocks), HouseYear.Site.Loads[0]))[^1];
}
