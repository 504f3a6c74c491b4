using System.Text;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Recordings.Verification;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Recordings;

public sealed class DecisionComparisonTests
{
    static readonly DecisionRow[] Day = DecisionScenario.Day();

    [Fact]
    public void The_same_decisions_match_also_under_another_configuration()
    {
        using DecisionComparison comparison = Compare(Day, DecisionScenario.Day(configHash: "cd34"));

        Assert.True(comparison.IsMatch);
        Assert.Equal("verify: 48 equal, 0 different, 0 recorded but not replayed, 0 replayed but not recorded, 0 between ticks not compared", comparison.ToString());
    }

    [Fact]
    public void Another_limit_is_told_by_block_load_and_field()
    {
        using DecisionComparison comparison = Compare(Day, DecisionScenario.Day(limit: 13));

        Assert.False(comparison.IsMatch);
        Snapshot.Match(comparison.ToString());
    }

    [Fact]
    public void A_decision_too_few_or_too_many_shifts_no_other()
    {
        using DecisionComparison comparison = Compare([.. Day[..3], .. Day[4..]], [.. Day[..10], .. Day[13..40]]);

        Assert.Equal((36, 0, 11, 1), (comparison.Equal, comparison.Different, comparison.Missing, comparison.Extra));
        Snapshot.Match(comparison.ToString());
    }

    [Fact]
    public void Decisions_between_the_ticks_are_not_replayed_and_not_missed()
    {
        string safety = Text(Day[4]).Replace("\"trigger\":\"BlockTick\"", "\"trigger\":\"SafetyAsync\"", StringComparison.Ordinal);

        using DecisionComparison comparison = Compare(Read([.. Day[..5].Select(Text), safety, .. Day[5..].Select(Text)]).Recorded, Day);

        Assert.True(comparison.IsMatch);
        Assert.Equal(1, comparison.BetweenTicks);
    }

    [Fact]
    public void Lines_that_are_no_decisions_are_told_with_their_number()
    {
        var (recorded, report) = Read([Text(Day[0]), "not json", "{\"block_id\":1}", "[]", "", Text(Day[1])]);

        Assert.Equal(2, recorded.Length);
        Assert.Equal([2, 3, 4, 5], report.Faults.Select(fault => fault.Place.Line));
        Assert.Contains("'{\"block_id\":1}' is no decision (block_id, load_id or trigger is missing)", report.Faults[1].ToString());
    }

    [Fact]
    public void A_damaged_or_rearranged_line_is_a_difference()
    {
        string damaged = Text(Day[0])[..^40];
        string rearranged = Text(Day[1]).Replace("\"is_override\":false,\"command_id\":null", "\"command_id\":null,\"is_override\":false", StringComparison.Ordinal);

        using DecisionComparison comparison = Compare(Read([damaged, rearranged]).Recorded, Day[..2]);

        Assert.Equal(["line", "line"], comparison.Differences.Select(difference => difference.Field));
    }

    [Fact]
    public void A_recording_that_is_not_there_is_a_fault()
    {
        InputReport report = new();

        Assert.Empty(new RecordedDecisions(report).Read("missing.jsonl"));
        Assert.True(report.IsBad);
    }

    static DecisionComparison Compare(DecisionRow[] recorded, DecisionRow[] replayed) =>
        Compare([.. recorded.Select(row => RecordedDecision.Parse(row.Line))], replayed);

    static DecisionComparison Compare(RecordedDecision[] recorded, DecisionRow[] replayed)
    {
        DecisionComparison comparison = new(recorded);
        foreach (DecisionRow row in replayed)
            comparison.Compare(row.Record, row.Line);
        comparison.Complete();
        return comparison;
    }

    static (RecordedDecision[] Recorded, InputReport Report) Read(string[] lines)
    {
        using TemporaryFolder folder = new();
        File.WriteAllLines(folder["decisions.jsonl"], lines);
        InputReport report = new();
        return ([.. new RecordedDecisions(report).Read(folder["decisions.jsonl"])], report);
    }

    static string Text(DecisionRow row) => Encoding.UTF8.GetString(row.Line.Span);
}
