using System.Buffers;
using BitGrid.Engine;
using BitGrid.Engine.Replay;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Cli;

/// <summary>
/// Plays rows through the engine and describes what comes out. Deciding is sequential, because each block needs the memory of the one
/// before; describing and writing lines is not, and costs ten times as much, so it is done for many blocks at once on the other cores
/// while the caller works on the blocks before. The order of the steps is that of the blocks, whatever the number of cores.
/// </summary>
internal static class ReplayPipeline
{
    const int BlocksAtOnce = 128;

    // One per thread: a line has some 2.5 kB, and only its bytes are kept.
    [ThreadStatic]
    static ArrayBufferWriter<byte>? t_line;

    /// <summary>The steps of a replay.</summary>
    /// <param name="engine">Describes.</param>
    /// <param name="replayer">Decides.</param>
    /// <param name="rows">What is decided about.</param>
    /// <param name="shard">Says which days are described. The others are decided too, because the days after them need their memory.</param>
    public static IEnumerable<ReplayStep> Run(DecisionEngine engine, Replayer replayer, IEnumerable<ReplayRow> rows, Shard shard)
    {
        Task<ReplayStep[]>? ahead = null;
        foreach (Decision[][] blocks in replayer.Run(rows).Chunk(BlocksAtOnce))
        {
            Task<ReplayStep[]> next = Task.Run(() => Describe(engine, blocks, shard));
            foreach (ReplayStep step in Done(ahead))
                yield return step;
            ahead = next;
        }

        foreach (ReplayStep step in Done(ahead))
            yield return step;
    }

    static ReplayStep[] Done(Task<ReplayStep[]>? task) => task?.GetAwaiter().GetResult() ?? [];

    static ReplayStep[] Describe(DecisionEngine engine, Decision[][] blocks, Shard shard)
    {
        var steps = new ReplayStep[blocks.Length];
        Parallel.For(0, blocks.Length, i => steps[i] = shard.Takes(DayOf(blocks[i])) ? Describe(engine, blocks[i]) : new(blocks[i], [], []));
        return steps;
    }

    static long DayOf(Decision[] decisions) => decisions[0].Situation.State.Block.Day;

    static ReplayStep Describe(DecisionEngine engine, Decision[] decisions)
    {
        DecisionRecord[] records = [.. decisions.Select(engine.Describe)];
        return new(decisions, records, [.. records.Select(Line)]);
    }

    static ReadOnlyMemory<byte> Line(DecisionRecord record)
    {
        ArrayBufferWriter<byte> line = t_line ??= new(4096);
        line.ResetWrittenCount();
        DecisionLine.Write(line, record);
        return line.WrittenSpan.ToArray();
    }
}
