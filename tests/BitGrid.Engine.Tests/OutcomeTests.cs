using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

/// <summary>What one rule's vote and the policy's level mean for the load.</summary>
public sealed class OutcomeTests
{
    static readonly Reason Why = Some.Reason("WHY");

    [Fact]
    public void A_start_takes_the_policys_level() =>
        Expect(Vote.Start(Why), policyLevel: 2, LoadStatus.Off, DecisionAction.Start, new LoadStatus(true, 2, 0), "WHY", "R9");

    [Fact]
    public void A_start_at_a_level_takes_that_level() =>
        Expect(Vote.Start(Why, 3), policyLevel: 1, LoadStatus.Off, DecisionAction.Start, new LoadStatus(true, 3, 0), "WHY", "R9");

    [Fact]
    public void A_start_is_turned_down_by_a_policy_that_prefers_another_path() =>
        Expect(Vote.Start(Why), policyLevel: 0, LoadStatus.Off, DecisionAction.Hold, LoadStatus.Off, "PATH_REJECTED", "fixed");

    [Fact]
    public void A_start_of_a_running_load_keeps_it_or_sets_the_level_it_names()
    {
        Expect(Vote.Start(Why), policyLevel: 3, Some.Running(1, 9), DecisionAction.Hold, Some.Running(1, 9), "WHY", "R9");
        Expect(Vote.Start(Why, 2), policyLevel: 3, Some.Running(1, 9), DecisionAction.SetLevel, Some.Running(2, 9), "WHY", "R9");
        Expect(Vote.Start(Why, 1), policyLevel: 3, Some.Running(1, 9), DecisionAction.Hold, Some.Running(1, 9), "WHY", "R9");
    }

    [Fact]
    public void A_stop_stops_what_runs_and_nothing_else()
    {
        Expect(Vote.Stop(Why), policyLevel: 3, Some.Running(2, 9), DecisionAction.Stop, new LoadStatus(false, 0, 0), "WHY", "R9");
        Expect(Vote.Stop(Why), policyLevel: 3, Some.Off(4), DecisionAction.Hold, Some.Off(4), "WHY", "R9");
    }

    [Fact]
    public void A_hold_keeps_state_and_level_whatever_the_policy_wants()
    {
        Expect(Vote.Hold(Why), policyLevel: 3, Some.Running(1, 9), DecisionAction.Hold, Some.Running(1, 9), "WHY", "R9");
        Expect(Vote.Hold(Why), policyLevel: 0, Some.Running(1, 9), DecisionAction.Hold, Some.Running(1, 9), "WHY", "R9");
        Expect(Vote.Hold(Why), policyLevel: 3, LoadStatus.Off, DecisionAction.Hold, LoadStatus.Off, "WHY", "R9");
    }

    [Theory]
    [InlineData(3, 2, 2, DecisionAction.SetLevel)]
    [InlineData(2, 2, 2, DecisionAction.Hold)]
    [InlineData(1, 2, 1, DecisionAction.Hold)]
    public void A_throttle_lowers_the_level_and_never_raises_it(int level, int limit, int expected, DecisionAction action) =>
        Expect(Vote.Throttle(Why, limit), policyLevel: 3, Some.Running(level, 9), action, Some.Running(expected, 9), "WHY", "R9");

    [Fact]
    public void A_throttle_of_a_load_that_is_off_starts_nothing() =>
        Expect(Vote.Throttle(Why, 2), policyLevel: 3, LoadStatus.Off, DecisionAction.Hold, LoadStatus.Off, "WHY", "R9");

    [Fact]
    public void With_nobody_voting_a_running_load_follows_the_policys_level()
    {
        Expect(Vote.Abstain(Why), policyLevel: 3, Some.Running(1, 9), DecisionAction.SetLevel, Some.Running(3, 9), "LEVEL_FOLLOWS_SURPLUS", "fixed");
        Expect(Vote.Abstain(Why), policyLevel: 1, Some.Running(1, 9), DecisionAction.Hold, Some.Running(1, 9), "NO_VOTE", null);
        Expect(Vote.Abstain(Why), policyLevel: 0, Some.Running(1, 9), DecisionAction.Stop, new LoadStatus(false, 0, 0), "PATH_REJECTED", "fixed");
    }

    [Fact]
    public void With_nobody_voting_nothing_starts() =>
        Expect(Vote.Abstain(Why), policyLevel: 3, LoadStatus.Off, DecisionAction.Hold, LoadStatus.Off, "NO_VOTE", null);

    [Fact]
    public void A_command_is_named_by_its_content_and_a_hold_commands_nothing()
    {
        DecisionRecord start = Describe(Vote.Start(Why), LoadStatus.Off);

        Assert.Matches("^[0-9a-f]{16}$", start.CommandId);
        Assert.Equal(start.CommandId, Describe(Vote.Start(Some.Reason("OTHER")), LoadStatus.Off).CommandId);
        Assert.NotEqual(start.CommandId, Describe(Vote.Start(Why, 2), LoadStatus.Off).CommandId);
        Assert.NotEqual(start.CommandId, Describe(Vote.Start(Why), LoadStatus.Off, Some.Block.Plus(1)).CommandId);
        Assert.Null(Describe(Vote.Hold(Why), LoadStatus.Off).CommandId);
    }

    static void Expect(Vote vote, int policyLevel, LoadStatus before, DecisionAction action, LoadStatus after, string reason, string? by)
    {
        DecisionEngine engine = Engines.With([Engines.Rule("R9", RuleTier.Stability, vote)], policyLevel);
        Decision decision = engine.Decide(Some.Situation(status: before), engine.NoMemory);
        Assert.Equal((action, after, reason, by), (decision.Action, decision.NewStatus, decision.Reason.Code, decision.DecidingRule));
    }

    static DecisionRecord Describe(Vote vote, LoadStatus before, Block? block = null)
    {
        DecisionEngine engine = Engines.With([Engines.Rule("R9", RuleTier.Start, vote)]);
        return engine.Describe(engine.Decide(Some.Situation(Some.State(block: block), status: before), engine.NoMemory));
    }
}
