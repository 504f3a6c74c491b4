using System.Collections.Concurrent;
using System.Globalization;
using BitGrid.Engine.Kpis;
using BitGrid.Engine.Replay;
using BitGrid.Engine.Tests.Support;
using CsCheck;

namespace BitGrid.Engine.Tests.Properties;

/// <summary>What holds for every house and every sequence of states.</summary>
public sealed class EngineProperties
{
    static readonly int[] FiveRules = [0, 1, 2, 3, 4];

    [Fact]
    public void The_walks_reach_every_rule_guard_and_action()
    {
        ConcurrentDictionary<string, int> reached = new(StringComparer.Ordinal);
        Walks.Honest.ForAll(walk =>
        {
            foreach (Decision decision in walk.Live(walk.Engine()))
                reached.AddOrUpdate($"{decision.DecidingRule} {decision.Action}", 1, (_, count) => count + 1);
        });

        string[] wanted =
        [
            "R1 Start", "R1 Stop", "R1 Hold", "R2 Stop", "R2 Hold", "R3 Stop", "R3 Hold", "R3 SetLevel", "R4 Start", "R4 Hold", "R5 Hold",
            "DATA Hold", "DATA Stop", "OVERRIDE Start", "OVERRIDE Stop", "OVERRIDE Hold", "OVERRIDE SetLevel", "hodl-first SetLevel", " Hold",
        ];
        Assert.Empty(wanted.Except(reached.Keys));
    }

    [Fact]
    public void The_order_of_the_rules_never_matters() =>
        Gen.Select(Walks.Honest, Gen.Shuffle(FiveRules)).ForAll(
            (walk, order) => Assert.Equal(Lines.Of(walk, walk.Engine()), Lines.Of(walk, walk.Engine(order))));

    [Fact]
    public void A_replay_from_the_middle_equals_the_whole() =>
        Gen.Select(Walks.Honest, Gen.Int[1, 39]).ForAll((walk, middle) =>
        {
            DecisionEngine engine = walk.Engine();
            Decision[][] whole = walk.Replay(engine);
            Replayer rest = new(walk.Engine(), walk.Site);
            long gap = walk.Blocks[middle][0].State.Block.Id - walk.Blocks[middle - 1][0].State.Block.Id;
            for (int load = 0; load < 2; load++)
            {
                Decision before = whole[middle - 1][load];
                rest.Resume(load, engine.Recall(DecisionLine.Memories(Lines.Utf8(engine.Describe(before)))), before.NewStatus.After(gap - 1));
            }

            Decision[][] resumed = [.. rest.Run(walk.Blocks.Skip(middle).SelectMany(rows => rows))];
            Assert.Equal(Lines.Of(engine, whole.Skip(middle)), Lines.Of(engine, resumed));
        });

    [Fact]
    public void Key_figures_of_decisions_equal_those_of_their_records() =>
        Walks.Honest.ForAll(walk =>
        {
            DecisionEngine engine = walk.Engine();
            KpiCalculator ofDecisions = new(walk.Site, walk.Rules.R3.TStopC);
            KpiCalculator ofRecords = new(walk.Site, walk.Rules.R3.TStopC);
            foreach (Decision[] decisions in walk.Replay(engine))
            {
                ofDecisions.Add(decisions, engine);
                ofRecords.Add(decisions, [.. decisions.Select(engine.Describe)]);
            }

            Assert.Equal(ofRecords.Report().Period, ofDecisions.Report().Period);
            Assert.Equal(ofRecords.Report().Days.AsEnumerable(), ofDecisions.Report().Days);
        });

    [Fact]
    public void Nothing_runs_at_its_temperature_limit() =>
        Walks.Honest.ForAll(walk => Assert.DoesNotContain(walk.Live(walk.Engine()), decision =>
            decision.NewStatus.Running
            && decision.Situation.Load.Temperature != TemperatureSensing.None
            && decision.Situation.Readings.TempC >= Math.Min(95, walk.Rules.R3.TStopC)));

    [Fact]
    public void Nothing_runs_that_fell_silent() =>
        Walks.Honest.ForAll(walk => Assert.DoesNotContain(walk.Live(walk.Engine()), decision =>
            decision.NewStatus.Running && decision.Situation.Status.Running
            && decision.Situation.Load.Heartbeat
            && !(decision.Situation.Readings.HeartbeatAgeS <= 60)));

    [Fact]
    public void Within_the_hold_only_battery_heat_data_or_a_person_switch() =>
        Walks.Honest.ForAll(walk =>
        {
            Block? last = null;
            foreach (Decision decision in walk.Live(walk.Engine()).Where(decision => decision.Action is DecisionAction.Start or DecisionAction.Stop))
            {
                Block block = decision.Situation.State.Block;
                if (last is { } before && block.Id - before.Id <= walk.Rules.R5.HoldBlocks)
                    Assert.Contains(decision.DecidingRule, new[] { "R2", "R3", "DATA", "OVERRIDE" });
                last = block;
            }
        });

    [Fact]
    public void A_started_load_runs_its_least_time_unless_battery_heat_data_or_a_person_stop_it() =>
        Walks.Honest.ForAll(walk =>
        {
            foreach (Decision stop in walk.Live(walk.Engine()).Where(decision => decision.Action == DecisionAction.Stop))
            {
                if (stop.Situation.Status.BlocksSinceChange < walk.Rules.R5.MinRuntimeBlocks)
                    Assert.Contains(stop.DecidingRule, new[] { "R2", "R3", "DATA", "OVERRIDE" });
            }
        });

    [Fact]
    public void Nothing_starts_on_bad_data() =>
        Walks.Honest.ForAll(walk => Assert.DoesNotContain(walk.Live(walk.Engine()), decision =>
            decision.Action == DecisionAction.Start && decision.Situation.State.Quality != DataQuality.Ok));

    [Fact]
    public void Nothing_starts_by_itself_without_the_readings_the_rules_need() =>
        Walks.Blind.ForAll(walk => Assert.DoesNotContain(walk.Live(walk.Engine()), decision =>
            decision is { Action: DecisionAction.Start, DecidingRule: not "OVERRIDE" } && IsBlind(walk, decision.Situation)));

    [Fact]
    public void A_level_always_exists_and_a_load_that_is_off_has_none() =>
        Walks.Honest.ForAll(walk => Assert.All(walk.Replay(walk.Engine()).SelectMany(decisions => decisions), decision =>
            Assert.InRange(decision.NewStatus.Level, decision.NewStatus.Running ? 1 : 0, decision.NewStatus.Running ? decision.Situation.Load.TopLevel : 0)));

    [Fact]
    public void A_description_agrees_with_its_decision() =>
        Walks.Honest.ForAll(walk =>
        {
            DecisionEngine engine = walk.Engine();
            foreach (Decision decision in walk.Live(engine))
            {
                DecisionRecord record = engine.Describe(decision);
                (string, RuleTier, VoteKind)[] votes = [.. record.Votes.Select(vote => (vote.Rule, vote.Tier, vote.Vote))];
                string? voter = Oracle.DecidingRule(votes, walk.Autonomy) ?? Oracle.DecidingRule(votes, AutonomyLevel.Full);
                bool policyMayTurnTheScale = record.DecidingRule == engine.PolicyId && (voter is null || votes.First(vote => vote.Item1 == voter).Item3 == VoteKind.Start);
                Assert.True(record.DecidingRule == voter || policyMayTurnTheScale, $"{string.Join(' ', votes)}: {record.DecidingRule}, not {voter}");
                Assert.Equal(decision.Action == DecisionAction.Hold, record.CommandId is null);
            }
        });

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_fingerprint_is_the_same_in_every_culture_and_order(string culture) =>
        Gen.Select(Walks.Honest, Gen.Shuffle(FiveRules)).ForAll((walk, order) =>
        {
            string here = Lines.FingerprintOf(walk, walk.Engine());
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(here, Lines.FingerprintOf(walk, walk.Engine(order)));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        });

    static bool IsBlind(Walk walk, in Situation situation) =>
        situation.SurplusW is null
        || situation.State.GridPowerW is null
        || (walk.Site.HasBattery && situation.State.BatterySocPct is null)
        || (walk.Rules.R1.PriceMaxCtKwh is not null && situation.State.PriceCtKwh is null)
        || (situation.Load.Temperature == TemperatureSensing.Always && situation.Readings.TempC is null);
}
