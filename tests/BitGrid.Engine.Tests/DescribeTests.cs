using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class DescribeTests
{
    [Fact]
    public void Derives_the_votes_from_what_the_rules_remembered_before_the_decision()
    {
        DecisionEngine engine = Engines.With([Engines.Rule("COUNTS", RuleTier.Start, Counts)]);
        House house = new(engine);

        double?[] described = [.. Enumerable.Range(0, 3).Select(_ => engine.Describe(house.Next()).Votes.Single(vote => vote.Rule == "COUNTS").Memory["calls"])];

        Assert.Equal([1.0, 2.0, 3.0], described);

        static Vote Counts(in RuleContext context) =>
            Vote.Hold(Some.Reason()).Remembering(context.Memory.With("calls", (context.Memory["calls"] ?? 0) + 1));
    }

    [Fact]
    public void Lists_every_vote_highest_tier_first_and_then_by_ordinal_id() =>
        Assert.Equal(["DATA", "R3", "R2", "OVERRIDE", "R5", "R1", "R4"], Record(Some.Situation()).Votes.Select(vote => vote.Rule));

    [Fact]
    public void Records_the_energy_path_of_an_idle_block_too()
    {
        PathChoice path = Record(Some.Situation(Some.State(surplusW: 0))).EnergyPath;

        Assert.Equal((EnergyPath.Hodl, 1, "PATH_LATER"), (path.Preferred, path.TargetLevel, path.ExportReason.Code));
    }

    [Fact]
    public void Carries_what_the_decision_was_taken_under()
    {
        string hash = new('a', 64);
        DecisionEngine engine = Engines.BuiltIn(new() { EngineVersion = "1.2.3", ConfigHash = hash });

        DecisionRecord record = engine.Describe(engine.Decide(Some.Situation(), engine.NoMemory, DecisionTrigger.Startup));

        Assert.Equal(("1.2.3", hash, DecisionTrigger.Startup, Some.Block.WindowStart), (record.EngineVersion, record.ConfigHash, record.Trigger, record.Time));
    }

    [Fact]
    public void A_quotient_that_is_not_finite_does_not_spoil_the_line()
    {
        DecisionEngine engine = Engines.With([Engines.Rule("DIVIDES", RuleTier.Start, (in RuleContext context) =>
        {
            context.AtLeast(Metrics.SurplusKw, double.PositiveInfinity, double.NaN);
            return Vote.Hold(Some.Reason());
        })]);

        ReadOnlyMemory<byte> line = Properties.Lines.Utf8(engine.Describe(engine.Decide(Some.Situation(), engine.NoMemory)));

        Assert.Equal(3, Replay.DecisionLine.Memories(line).Count());
    }

    static DecisionRecord Record(Situation situation)
    {
        DecisionEngine engine = Engines.BuiltIn();
        return engine.Describe(engine.Decide(situation, engine.NoMemory));
    }
}
