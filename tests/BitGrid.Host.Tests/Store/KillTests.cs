using System.Globalization;
using BitGrid.Host.Store;

namespace BitGrid.Host.Tests.Store;

public sealed class KillTests
{
    static readonly int Rounds = Environment.GetEnvironmentVariable("BITGRID_LONG") == "1" ? 200 : 10;

    [Fact]
    [Trait("Category", "Slow")]
    public void Killed_at_any_moment_no_acknowledged_decision_is_lost_and_no_block_decided_twice()
    {
        using JournalStage stage = new();
        HashSet<string> acknowledged = [];
        for (int round = 0; round < Rounds; round++)
        {
            using (WriterProgram writer = new(stage.Database))
            {
                // Killed after a different number of decisions each time, while it goes on with the next.
                for (int i = 0; i < 1 + (round * 7 % 19) && writer.ReadLine() is { } line; i++)
                    acknowledged.Add(line);
                writer.Kill();
                while (writer.ReadLine() is { } line)
                {
                    if (line.Split(' ') is [_, { Length: > 7 }])
                        acknowledged.Add(line);
                }
            }

            Assert.Equal("ok", stage.Ask("PRAGMA integrity_check"));
            IReadOnlyList<StoredDecision> stored = stage.Timeline.Decisions(default);
            Assert.Empty(acknowledged.Except(stored.Select(decision => string.Create(CultureInfo.InvariantCulture, $"{decision.Block.Id} {decision.Trigger}"))));
            Block[] ticks = [.. stored.Where(decision => decision.Trigger == "BlockTick").Select(decision => decision.Block)];
            Assert.Equal(Enumerable.Range(0, ticks.Length).Select(i => stage.First.Plus(i)), ticks);
        }

        Assert.True(acknowledged.Count > Rounds);
    }
}
