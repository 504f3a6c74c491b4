using BitGrid.Engine.Replay;
using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class SeveralLoadsTests
{
    static readonly SiteProfile House = Some.Site([Some.Load("first"), Some.Load("second"), Some.Load("third")]);

    [Theory]
    [InlineData(1499, new[] { 0, 0, 0 })]
    [InlineData(1500, new[] { 2, 0, 0 })]
    [InlineData(3099, new[] { 3, 0, 0 })]
    [InlineData(3100, new[] { 3, 2, 0 })]
    [InlineData(4700, new[] { 3, 3, 2 })]
    [InlineData(9000, new[] { 3, 3, 3 })]
    public void Each_load_gets_what_the_ones_before_it_leave_over(double surplusW, int[] levels) =>
        Assert.Equal(levels, Decide(Some.State(surplusW)).Select(decision => decision.NewStatus.Level));

    [Fact]
    public void The_surplus_left_over_is_what_each_decision_was_taken_on() =>
        Assert.Equal([3500.0, 1900.0, 300.0], Decide(Some.State(surplusW: 3500)).Select(decision => decision.Situation.SurplusW));

    [Fact]
    public void A_load_that_may_not_run_leaves_its_share_to_the_next()
    {
        Decision[] decisions = Decide(Some.State(surplusW: 1600), first: Some.Readings(tempC: 90));

        Assert.Equal([("R3", 0), ("R1", 3), (null, 0)], decisions.Select(decision => (decision.DecidingRule, decision.NewStatus.Level)));
    }

    [Fact]
    public void An_unknown_surplus_is_unknown_to_all() =>
        Assert.All(Decide(Some.State(surplusW: null)), decision => Assert.Equal((null, DecisionAction.Hold), (decision.Situation.SurplusW, decision.Action)));

    [Fact]
    public void There_is_one_record_for_each_load_also_for_one_without_readings()
    {
        DecisionEngine engine = Engines.BuiltIn();
        ReplayRow only = new(Some.State(), "second", Some.Readings(), null);

        Decision[] decisions = new Replayer(engine, House).Run([only]).Single();

        Assert.Equal(["first", "second", "third"], decisions.Select(decision => engine.Describe(decision).LoadId));
        Assert.Equal(["R3", "R1", "R3"], decisions.Select(decision => decision.DecidingRule));
    }

    static Decision[] Decide(EnergyState state, LoadReadings? first = null) =>
        new Replayer(Engines.BuiltIn(), House).Run(
        [
            new(state, "first", first ?? Some.Readings(), null),
            new(state, "second", Some.Readings(), null),
            new(state, "third", Some.Readings(), null),
        ]).Single();
}
