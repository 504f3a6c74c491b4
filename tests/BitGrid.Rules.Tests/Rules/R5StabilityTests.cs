using BitGrid.Rules.R5Stability;
using BitGrid.Testing;

namespace BitGrid.Rules.Tests.Rules;

public sealed class R5StabilityTests
{
    static readonly DateTimeOffset BeforeMidnight = new(2024, 6, 21, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(LoadStatus.LongSince, false)]
    public void Holds_for_two_blocks_after_the_block_of_a_change(int blocksSinceChange, bool held)
    {
        Check(new R5Options { HoldBlocks = 2, MinRuntimeBlocks = 0, MinPauseBlocks = 0 }, Some.Running(1, blocksSinceChange), held);
        Check(new R5Options { HoldBlocks = 2, MinRuntimeBlocks = 0, MinPauseBlocks = 0 }, Some.Off(blocksSinceChange), held);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    public void A_started_load_runs_its_least_time_and_a_stopped_one_rests(int blocksSinceChange, bool held)
    {
        Check(new R5Options { HoldBlocks = 0, MinRuntimeBlocks = 5 }, Some.Running(1, blocksSinceChange), held);
        Check(new R5Options { HoldBlocks = 0, MinRuntimeBlocks = 5 }, Some.Off(blocksSinceChange), false);
        Check(new R5Options { HoldBlocks = 0, MinPauseBlocks = 5 }, Some.Off(blocksSinceChange), held);
        Check(new R5Options { HoldBlocks = 0, MinPauseBlocks = 5 }, Some.Running(1, blocksSinceChange), false);
    }

    [Fact]
    public void Without_any_hold_only_the_block_of_the_change_itself_is_kept()
    {
        R5Options none = new() { HoldBlocks = 0, MinRuntimeBlocks = 0, MinPauseBlocks = 0 };
        Check(none, Some.Running(1, 0), held: true);
        Check(none, Some.Running(1, 1), held: false);
    }

    [Fact]
    public void After_enough_switches_nothing_starts_until_midnight_but_a_running_load_may_stop() =>
        Table(maxSwitches: 2)
            .At(BeforeMidnight)
            .When("off", status: Some.Off()).Abstains("R5_FREE")
            .When("started in the block before", status: Some.Running(1, 1)).Abstains("R5_FREE")
            .When("running", status: Some.Running(1, 2)).Abstains("R5_FREE")
            .At(BeforeMidnight.AddHours(24).AddMinutes(-60))
            .When("a day later", status: Some.Running()).Abstains("R5_FREE")
            .When("stopped in the block before", status: Some.Off(1)).Abstains("R5_FREE")
            .When("started again", status: Some.Running(1, 1)).Abstains("R5_FREE").Because("blocks_since_change 1 >= 1")
            .When("stopped again: three switches", status: Some.Off(1)).Holds("R5_TOO_MANY_SWITCHES")
                .Because("blocks_since_change 1 >= 1", "switches_today 3 >= 2")
            .When("23:10", status: Some.Off(2)).Holds("R5_TOO_MANY_SWITCHES")
            .At(BeforeMidnight.AddHours(24).AddMinutes(20))
            .When("23:50", status: Some.Off(6)).Holds("R5_TOO_MANY_SWITCHES")
            .When("00:00", status: Some.Off(7)).Abstains("R5_FREE")
            .Verify();

    [Fact]
    public void The_limit_itself_is_reached_by_as_many_switches() =>
        Table(maxSwitches: 2)
            .When("off").Abstains("R5_FREE")
            .When("one switch", status: Some.Running(1, 1)).Abstains("R5_FREE")
            .When("two switches", status: Some.Off(1)).Holds("R5_TOO_MANY_SWITCHES")
            .Verify();

    [Fact]
    public void A_change_in_the_last_block_of_a_day_counts_for_that_day() =>
        Table(maxSwitches: 1)
            .At(BeforeMidnight.AddMinutes(20))
            .When("running at 23:50, where it is stopped", status: Some.Running()).Abstains("R5_FREE")
            .When("off at 00:00", status: Some.Off(1)).Abstains("R5_FREE")
            .Verify();

    [Fact]
    public void A_change_in_the_first_block_of_a_day_counts_for_the_new_day() =>
        Table(maxSwitches: 1)
            .At(BeforeMidnight.AddMinutes(30))
            .When("running at 00:00, where it is stopped", status: Some.Running()).Abstains("R5_FREE")
            .When("off at 00:10", status: Some.Off(1)).Holds("R5_TOO_MANY_SWITCHES")
            .Verify();

    [Fact]
    public void A_change_of_level_is_no_switch() =>
        Table(maxSwitches: 1)
            .When("level 1", status: Some.Running(1, 10)).Abstains("R5_FREE")
            .When("level 3", status: Some.Running(3, 11)).Abstains("R5_FREE")
            .When("off: the first switch", status: Some.Off(1)).Holds("R5_TOO_MANY_SWITCHES")
            .Verify();

    [Fact]
    public void Without_a_daily_limit_nothing_is_remembered()
    {
        Situation situation = Some.Situation(status: Some.Running());
        Assert.Same(RuleMemory.Empty, new R5StabilityRule(new R5Options()).Evaluate(new RuleContext(situation, RuleMemory.Empty)).Memory);
    }

    static RuleScenario Table(int maxSwitches) => RuleScenario.For(new R5StabilityRule(
        new R5Options { HoldBlocks = 0, MinRuntimeBlocks = 0, MinPauseBlocks = 0, MaxSwitchesPerDay = maxSwitches }));

    static void Check(R5Options options, LoadStatus status, bool held)
    {
        RuleScenario block = RuleScenario.For(new R5StabilityRule(options)).When("a block", status: status);
        (held ? block.Holds("R5_HOLD") : block.Abstains("R5_FREE")).Verify();
    }
}
