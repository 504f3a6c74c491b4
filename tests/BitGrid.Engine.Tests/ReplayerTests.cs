using BitGrid.Engine.Replay;
using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class ReplayerTests
{
    [Fact]
    public void The_first_row_seeds_the_replay_and_then_the_decisions_move_it()
    {
        Decision[] decisions = Run(asRecorded: false, Row(0, Some.Running(2, 50)), Row(1, Some.Off(9)), Row(2, null));

        Assert.Equal([Some.Running(2, 50), Some.Running(3, 51), Some.Running(3, 52)], decisions.Select(decision => decision.Situation.Status));
    }

    [Fact]
    public void As_recorded_every_row_speaks_for_itself()
    {
        Decision[] decisions = Run(asRecorded: true, Row(0, Some.Running(2, 50)), Row(1, Some.Off(9)), Row(2, null));

        Assert.Equal([Some.Running(2, 50), Some.Off(9), Some.Running(3, 1)], decisions.Select(decision => decision.Situation.Status));
    }

    [Fact]
    public void Without_a_seed_the_load_has_been_off_for_long() =>
        Assert.Equal(LoadStatus.Off, Run(asRecorded: false, Row(0, null))[0].Situation.Status);

    [Fact]
    public void Blocks_left_out_pass_all_the_same() =>
        Assert.Equal(5, Run(asRecorded: false, Row(0, null), Row(5, null))[1].Situation.Status.BlocksSinceChange);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_block_that_comes_twice_or_too_late_is_refused(int block)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Run(asRecorded: false, Row(0, null), Row(1, null), Row(block, null)));

        Assert.Contains("Rows must ascend", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_gives_nothing_out() => Assert.Empty(Run(asRecorded: false));

    static ReplayRow Row(int block, LoadStatus? recorded) => new(Some.State(block: Some.Block.Plus(block)), null, Some.Readings(), recorded);

    static Decision[] Run(bool asRecorded, params ReplayRow[] rows) =>
        [.. new Replayer(Engines.BuiltIn(), Some.Site(), asRecorded).Run(rows).SelectMany(decisions => decisions)];
}
