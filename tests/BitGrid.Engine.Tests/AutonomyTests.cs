using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class AutonomyTests
{
    [Theory]
    [InlineData(AutonomyLevel.Full, DecisionAction.Start, "R1_START")]
    [InlineData(AutonomyLevel.Semi, DecisionAction.Hold, "PROPOSES_START")]
    [InlineData(AutonomyLevel.Manual, DecisionAction.Hold, "PROPOSES_START")]
    public void A_start_for_profit_is_done_or_proposed(AutonomyLevel autonomy, DecisionAction action, string reason) =>
        Expect(autonomy, Some.Situation(), action, reason, "R1");

    [Theory]
    [InlineData(AutonomyLevel.Full, DecisionAction.Stop, "R1_SURPLUS_LOST")]
    [InlineData(AutonomyLevel.Semi, DecisionAction.Hold, "PROPOSES_STOP")]
    [InlineData(AutonomyLevel.Manual, DecisionAction.Hold, "PROPOSES_STOP")]
    public void A_stop_for_profit_is_done_or_proposed(AutonomyLevel autonomy, DecisionAction action, string reason) =>
        Expect(autonomy, Some.Situation(Some.State(surplusW: 0), status: Some.Running()), action, reason, "R1");

    [Theory]
    [InlineData(AutonomyLevel.Full, DecisionAction.Stop, "R2_SOC_LOW")]
    [InlineData(AutonomyLevel.Semi, DecisionAction.Stop, "R2_SOC_LOW")]
    [InlineData(AutonomyLevel.Manual, DecisionAction.Hold, "PROPOSES_STOP")]
    public void The_battery_stops_by_itself_unless_the_house_is_run_by_hand(AutonomyLevel autonomy, DecisionAction action, string reason) =>
        Expect(autonomy, Some.Situation(Some.State(batterySocPct: 20), status: Some.Running()), action, reason, "R2");

    [Theory]
    [InlineData(AutonomyLevel.Full)]
    [InlineData(AutonomyLevel.Semi)]
    [InlineData(AutonomyLevel.Manual)]
    public void Heat_always_stops_by_itself(AutonomyLevel autonomy) =>
        Expect(autonomy, Some.Situation(readings: Some.Readings(tempC: 85), status: Some.Running()), DecisionAction.Stop, "R3_OVER_TEMPERATURE", "R3");

    [Theory]
    [InlineData(AutonomyLevel.Full)]
    [InlineData(AutonomyLevel.Semi)]
    [InlineData(AutonomyLevel.Manual)]
    public void A_person_is_always_heard(AutonomyLevel autonomy)
    {
        Expect(autonomy, Some.Situation(Some.State(surplusW: 0), wish: new(true, 0, Some.Block, 1)), DecisionAction.Start, "MANUAL_OVERRIDE", "OVERRIDE");
        Expect(autonomy, Some.Situation(status: Some.Running(), wish: new(false, 0, Some.Block, 1)), DecisionAction.Stop, "MANUAL_OVERRIDE", "OVERRIDE");
    }

    [Theory]
    [InlineData(AutonomyLevel.Full)]
    [InlineData(AutonomyLevel.Semi)]
    [InlineData(AutonomyLevel.Manual)]
    public void A_wish_to_run_is_never_above_the_battery(AutonomyLevel autonomy)
    {
        Expect(autonomy, Some.Situation(Some.State(batterySocPct: 20), wish: new(true, 0, Some.Block, 1)), DecisionAction.Hold, "R2_SOC_LOW", "R2");
        Expect(autonomy, Some.Situation(Some.State(batterySocPct: 20), status: Some.Running(), wish: new(true, 0, Some.Block, 1)), DecisionAction.Stop, "R2_SOC_LOW", "R2");
    }

    [Theory]
    [InlineData(AutonomyLevel.Semi)]
    [InlineData(AutonomyLevel.Manual)]
    public void What_the_stability_rule_would_hold_is_not_proposed(AutonomyLevel autonomy) =>
        Expect(autonomy, Some.Situation(status: Some.Off(1)), DecisionAction.Hold, "R5_HOLD", "R5");

    [Theory]
    [InlineData(AutonomyLevel.Semi)]
    [InlineData(AutonomyLevel.Manual)]
    public void The_level_is_left_alone(AutonomyLevel autonomy) =>
        Expect(autonomy, Some.Situation(status: Some.Running(1)), DecisionAction.Hold, "NO_VOTE", null);

    [Fact]
    public void A_stop_by_the_policy_is_proposed_too()
    {
        DecisionEngine engine = Engines.With([], targetLevel: 0, new() { Autonomy = AutonomyLevel.Semi });

        Decision decision = engine.Decide(Some.Situation(status: Some.Running()), engine.NoMemory);

        Assert.Equal((DecisionAction.Hold, "PROPOSES_STOP"), (decision.Action, decision.Reason.Code));
    }

    static void Expect(AutonomyLevel autonomy, Situation situation, DecisionAction action, string reason, string? by)
    {
        DecisionEngine engine = Engines.BuiltIn(new() { Autonomy = autonomy });
        Decision decision = engine.Decide(situation, engine.NoMemory);
        Assert.Equal((action, reason, by), (decision.Action, decision.Reason.Code, decision.DecidingRule));
    }
}
