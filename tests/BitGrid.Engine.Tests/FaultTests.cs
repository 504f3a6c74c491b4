using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class FaultTests
{
    [Theory]
    [InlineData(RuleTier.Safety, DecisionAction.Stop)]
    [InlineData(RuleTier.Autarky, DecisionAction.Stop)]
    [InlineData(RuleTier.Override, DecisionAction.Hold)]
    [InlineData(RuleTier.Stability, DecisionAction.Hold)]
    [InlineData(RuleTier.Start, DecisionAction.Hold)]
    public void A_rule_that_throws_stops_what_it_guards_and_holds_otherwise(RuleTier tier, DecisionAction action)
    {
        DecisionEngine engine = Engines.With([Engines.Rule("BAD", tier, Throwing)]);

        Decision running = engine.Decide(Some.Situation(status: Some.Running()), engine.NoMemory);
        Decision off = engine.Decide(Some.Situation(), engine.NoMemory);

        Assert.Equal((action, "RULE_FAULT", "BAD"), (running.Action, running.Reason.Code, running.DecidingRule));
        Assert.Equal((DecisionAction.Hold, "RULE_FAULT", "BAD"), (off.Action, off.Reason.Code, off.DecidingRule));
    }

    public static TheoryData<string, Vote> Nonsense => new()
    {
        { "no vote at all", default },
        { "a level the load does not have", Vote.Start(Some.Reason(), 4) },
        { "a negative level", Vote.Start(Some.Reason(), -1) },
        { "a throttle to nothing", Vote.Throttle(Some.Reason(), 0) },
        { "a throttle above the top", Vote.Throttle(Some.Reason(), 4) },
        { "no memory", Vote.Hold(Some.Reason()).Remembering(null!) },
        { "no reason", Vote.Hold(null!) },
    };

    [Theory]
    [MemberData(nameof(Nonsense), DisableDiscoveryEnumeration = true)]
    public void Nonsense_counts_as_a_fault(string what, Vote vote)
    {
        List<RuleFault> faults = [];
        DecisionEngine engine = Engines.With([Engines.Rule("BAD", RuleTier.Start, vote)], settings: new() { OnFault = faults.Add });

        Decision decision = engine.Decide(Some.Situation(), engine.NoMemory);

        Assert.True(decision.Reason.Code == "RULE_FAULT", what);
        RuleFault fault = Assert.Single(faults);
        Assert.Equal(("BAD", Some.Block), (fault.Id, fault.Block));
        Assert.Contains("a vote needs a reason and a level the load has (0 to 3)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_tells_type_and_message_also_when_the_message_is_hostile()
    {
        List<RuleFault> faults = [];
        DecisionEngine engine = Engines.With(
            [Engines.Rule("BAD", RuleTier.Start, (in RuleContext _) => throw new InvalidOperationException("{0} } \n{"))], settings: new() { OnFault = faults.Add });

        engine.Decide(Some.Situation(), engine.NoMemory);

        Assert.Equal("threw InvalidOperationException: {0} } \n{", Assert.Single(faults).Message);
    }

    [Fact]
    public void A_failed_rule_stays_in_quarantine_and_is_reported_once()
    {
        List<RuleFault> faults = [];
        int calls = 0;
        DecisionEngine engine = Engines.With([Engines.Rule("BAD", RuleTier.Stability, FailsOnce)], settings: new() { OnFault = faults.Add });
        House house = new(engine);

        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal("RULE_FAULT", house.Next().Reason.Code));
        Assert.Equal((1, 1), (calls, faults.Count));

        Vote FailsOnce(in RuleContext context) => calls++ == 0 ? throw new InvalidOperationException("once") : Vote.Abstain(Some.Reason());
    }

    [Fact]
    public void Quarantine_is_recorded_and_outlives_a_recall_and_ends_with_a_fresh_memory()
    {
        bool broken = true;
        DecisionEngine engine = Engines.With([Engines.Rule("BAD", RuleTier.Stability, (in RuleContext _) =>
            broken ? throw new InvalidOperationException("broken") : Vote.Abstain(Some.Reason()))]);
        DecisionRecord record = engine.Describe(engine.Decide(Some.Situation(), engine.NoMemory));
        broken = false;

        LoadMemory recalled = engine.Recall(record.Votes.Select(vote => KeyValuePair.Create(vote.Rule, vote.Memory)));

        Assert.Equal("RULE_FAULT", engine.Decide(Some.Situation(), recalled).Reason.Code);
        Assert.NotEqual("RULE_FAULT", engine.Decide(Some.Situation(), engine.NoMemory).Reason.Code);
    }

    [Fact]
    public void The_other_rules_go_on_voting()
    {
        DecisionEngine engine = new(
            new RuleSettings().Rules().Append(Engines.Rule("BAD", RuleTier.Start, Throwing)),
            new RegisteredPolicy("fixed", new FixedLevel(1)));

        Decision hot = engine.Decide(Some.Situation(readings: Some.Readings(tempC: 90), status: Some.Running()), engine.NoMemory);

        Assert.Equal((DecisionAction.Stop, "R3"), (hot.Action, hot.DecidingRule));
        Assert.Equal(8, engine.Describe(hot).Votes.Length);
    }

    [Fact]
    public void A_policy_that_throws_exports_and_is_asked_again()
    {
        List<RuleFault> faults = [];
        FlakyPolicy policy = new();
        DecisionEngine engine = new([], new RegisteredPolicy("flaky", policy), new() { OnFault = faults.Add });
        House house = new(engine) { Status = Some.Running() };

        policy.Broken = true;
        Decision broken = house.Next();
        policy.Broken = false;
        house.Status = Some.Running();
        Decision whole = house.Next();

        Assert.Equal((DecisionAction.Stop, "POLICY_FAULT", "flaky", EnergyPath.Export), (broken.Action, broken.Reason.Code, broken.DecidingRule, broken.Preferred));
        Assert.Equal((DecisionAction.Hold, EnergyPath.Hodl), (whole.Action, whole.Preferred));
        Assert.Equal("flaky", Assert.Single(faults).Id);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_policy_that_wants_a_level_the_load_does_not_have_has_failed(int level)
    {
        DecisionEngine engine = Engines.With([], targetLevel: level);
        Assert.Equal("POLICY_FAULT", engine.Decide(Some.Situation(status: Some.Running()), engine.NoMemory).Reason.Code);
    }

    static Vote Throwing(in RuleContext context) => throw new InvalidOperationException("broken");

    sealed class FlakyPolicy : IPolicy
    {
        public bool Broken { get; set; }

        public PathChoice Choose(in PolicyContext context) =>
            Broken ? throw new InvalidOperationException("broken") : new FixedLevel(1).Choose(context);
    }
}
