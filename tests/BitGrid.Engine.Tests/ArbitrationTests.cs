using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

/// <summary>Every combination of votes of the five built-in rules (5^5), of the two guards, of the autonomy levels, on and off.</summary>
public sealed class ArbitrationTests
{
    static readonly (string Id, RuleTier Tier)[] BuiltIn =
        [("R1", RuleTier.Start), ("R2", RuleTier.Autarky), ("R3", RuleTier.Safety), ("R4", RuleTier.Start), ("R5", RuleTier.Stability)];

    static readonly VoteKind[] Kinds = Enum.GetValues<VoteKind>();

    [Theory]
    [InlineData(AutonomyLevel.Full)]
    [InlineData(AutonomyLevel.Semi)]
    [InlineData(AutonomyLevel.Manual)]
    public void Every_combination_of_votes_is_decided_as_the_ranking_says(AutonomyLevel autonomy)
    {
        int combinations = 0;
        foreach (VoteKind[] kinds in AllCombinations())
        {
            DecisionEngine engine = Engines.With(BuiltIn.Select((rule, i) => Engines.Rule(rule.Id, rule.Tier, VoteOf(kinds[i]))), 1, new() { Autonomy = autonomy });
            foreach (Situation situation in Situations())
            {
                Check(engine, situation, kinds, autonomy);
                combinations++;
            }
        }

        Assert.Equal(3125 * 18, combinations);
    }

    [Fact]
    public void Between_equals_the_ordinal_id_decides_whatever_the_order_of_registration()
    {
        RegisteredRule[] rules = [.. new[] { "a", "R10", "R9", "Z" }.Select(id => Engines.Rule(id, RuleTier.Stability, Vote.Hold(Some.Reason("BY_" + id.ToUpperInvariant()))))];

        Assert.Equal("R10", Engines.With(rules).Decide(Some.Situation(), Engines.With(rules).NoMemory).DecidingRule);
        Assert.Equal("R10", Engines.With(rules.Reverse()).Decide(Some.Situation(), Engines.With(rules).NoMemory).DecidingRule);
    }

    [Fact]
    public void A_throttle_does_not_shield_a_load_from_a_stop_below() =>
        Assert.Equal("R2", Decide(Some.Running(3), ("R3", VoteKind.Throttle), ("R2", VoteKind.Stop)).DecidingRule);

    [Fact]
    public void A_throttle_does_not_unlock_what_a_hold_between_it_and_a_stop_keeps() =>
        Assert.Equal("R3", Decide(Some.Running(3), ("R3", VoteKind.Throttle), ("R5", VoteKind.Hold), ("R1", VoteKind.Stop)).DecidingRule);

    [Fact]
    public void A_throttle_does_not_unlock_what_a_hold_of_its_own_tier_keeps()
    {
        Situation unusable = Some.Situation(Some.State(quality: DataQuality.Invalid), status: Some.Running(3));
        DecisionEngine engine = Engines.With(
            [Engines.Rule("R3", RuleTier.Safety, VoteOf(VoteKind.Throttle)), Engines.Rule("R1", RuleTier.Start, VoteOf(VoteKind.Stop))]);

        Decision decision = engine.Decide(unusable, engine.NoMemory);

        Assert.Equal(("R3", true), (decision.DecidingRule, decision.NewStatus.Running));
    }

    [Fact]
    public void Two_rules_of_one_id_are_refused_also_when_it_is_a_guards()
    {
        RegisteredRule R(string id) => Engines.Rule(id, RuleTier.Start, VoteOf(VoteKind.Hold));

        Assert.Contains("'R1'", Assert.Throws<ArgumentException>(() => Engines.With([R("R1"), R("R1")])).Message, StringComparison.Ordinal);
        Assert.Contains("'DATA'", Assert.Throws<ArgumentException>(() => Engines.With([R("DATA")])).Message, StringComparison.Ordinal);
        Assert.Contains("'OVERRIDE'", Assert.Throws<ArgumentException>(() => Engines.With([R("OVERRIDE")])).Message, StringComparison.Ordinal);
    }

    static Decision Decide(LoadStatus status, params (string Id, VoteKind Kind)[] votes)
    {
        DecisionEngine engine = Engines.With(
            votes.Select(vote => Engines.Rule(vote.Id, BuiltIn.First(rule => rule.Id == vote.Id).Tier, VoteOf(vote.Kind))));
        return engine.Decide(Some.Situation(status: status), engine.NoMemory);
    }

    static void Check(DecisionEngine engine, in Situation situation, VoteKind[] kinds, AutonomyLevel autonomy)
    {
        (string, RuleTier, VoteKind)[] votes =
        [
            .. BuiltIn.Select((rule, i) => (rule.Id, rule.Tier, kinds[i])),
            ("DATA", RuleTier.Safety, DataVote(situation)),
            ("OVERRIDE", RuleTier.Override, situation.Override switch { null => VoteKind.Abstain, { Run: true } => VoteKind.Start, _ => VoteKind.Stop }),
        ];
        Decision decision = engine.Decide(situation, engine.NoMemory);

        string? acting = Oracle.DecidingRule(votes, autonomy);
        string? speaking = acting ?? Oracle.DecidingRule(votes, AutonomyLevel.Full);
        VoteKind kind = speaking is null ? VoteKind.Abstain : votes.First(vote => vote.Item1 == speaking).Item3;
        bool running = acting is null && autonomy != AutonomyLevel.Full
            ? situation.Status.Running // only proposed
            : kind switch { VoteKind.Start => true, VoteKind.Stop => false, _ => situation.Status.Running };

        Assert.True(speaking == decision.DecidingRule && running == decision.NewStatus.Running,
            $"{string.Join(' ', votes)}, running {situation.Status.Running}: expected {speaking}, {running}; got {decision.DecidingRule}, {decision.NewStatus.Running}");
    }

    static VoteKind DataVote(in Situation situation) => situation.State.Quality switch
    {
        DataQuality.Ok => VoteKind.Abstain,
        DataQuality.Degraded => situation.Status.Running ? VoteKind.Abstain : VoteKind.Hold,
        _ => VoteKind.Hold, // its first block
    };

    static IEnumerable<Situation> Situations() =>
        from quality in Enum.GetValues<DataQuality>()
        from status in new[] { Some.Off(), Some.Running() }
        from wish in new[] { null, new ManualOverride(true, 0, Some.Block, 1), new ManualOverride(false, 0, Some.Block, 1) }
        select Some.Situation(Some.State(quality: quality), status: status, wish: wish);

    static IEnumerable<VoteKind[]> AllCombinations() =>
        from r1 in Kinds
        from r2 in Kinds
        from r3 in Kinds
        from r4 in Kinds
        from r5 in Kinds
        select new[] { r1, r2, r3, r4, r5 };

    static Vote VoteOf(VoteKind kind) => kind switch
    {
        VoteKind.Start => Vote.Start(Some.Reason("WANTS_START")),
        VoteKind.Stop => Vote.Stop(Some.Reason("WANTS_STOP")),
        VoteKind.Hold => Vote.Hold(Some.Reason("WANTS_HOLD")),
        VoteKind.Throttle => Vote.Throttle(Some.Reason("WANTS_THROTTLE"), 1),
        _ => Vote.Abstain(Some.Reason("WANTS_NOTHING")),
    };
}
