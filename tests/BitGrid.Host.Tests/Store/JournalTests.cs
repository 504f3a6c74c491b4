using System.Collections.Immutable;
using System.Text;
using BitGrid.Host.Live;
using BitGrid.Host.Recordings;
using BitGrid.Host.Store;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Tests.Store;

public sealed class JournalTests : IDisposable
{
    readonly JournalStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void Decisions_come_back_byte_for_byte()
    {
        TakenDecision[] taken = [.. _stage.House.Decide(_stage.First, Block.PerDay)];
        using Journal journal = _stage.Open();

        Assert.True(journal.Append(taken));

        Assert.Equal(Block.PerDay + 2, taken.Length);
        Assert.Equal(taken.Select(Text), _stage.Timeline.Decisions(default).Select(decision => decision.Line));
        Assert.Equal(Text(taken[^1]), _stage.Timeline.LatestDecisions(1).Single().Line);
        Assert.Equal(taken.Length, _stage.Count("states"));
        Assert.Empty(_stage.Told);
    }

    [Fact]
    public void A_period_is_found_and_a_decision_can_be_listed_without_its_line()
    {
        using Journal journal = _stage.Open();
        journal.Append([.. _stage.House.Decide(_stage.First, Block.PerDay)]);

        StoredDecision[] noon = [.. _stage.Timeline.Decisions(new Period(_stage.First.Plus(72), _stage.First.Plus(73)))];

        Assert.Equal(["BlockTick", "SafetyAsync"], noon.Select(decision => decision.Trigger));
        Assert.Equal(("Stop", false, 0), (noon[1].Action, noon[1].Running, noon[1].Level));
        Assert.Equal(_stage.First.Plus(72).WindowStart.AddMilliseconds(197_345), noon[1].Time);
    }

    [Theory]
    [InlineData("UPDATE decisions SET action = 'Start'", "decisions are never changed")]
    [InlineData("UPDATE states SET pv_power_w = 1", "states are never changed")]
    [InlineData("UPDATE overrides SET refusal = 'x'", "overrides are never changed")]
    [InlineData("UPDATE health_events SET message = 'x'", "health events are never changed")]
    [InlineData("DELETE FROM decisions", "decisions are only removed by pruning")]
    [InlineData("DELETE FROM states", "states are only removed by pruning")]
    [InlineData("DELETE FROM overrides", "overrides are never removed")]
    [InlineData("DELETE FROM health_events", "health events are only removed by pruning")]
    public void What_was_written_stays_as_it_is(string sql, string refusal)
    {
        using Journal journal = _stage.Open();
        journal.Note(new HealthEvent(_stage.Time.GetUtcNow(), HealthLevel.Info, "x", "", "x"));
        journal.Note(new OverrideRequest(_stage.Time.GetUtcNow(), "miner", "page", null, null));
        journal.Append([_stage.House.Tick(_stage.First)]);
        using SqliteConnection stranger = _stage.Stranger();

        SqliteException fault = Assert.Throws<SqliteException>(() => StoreConnection.Execute(stranger, sql));

        Assert.Contains(refusal, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_is_never_decided_twice()
    {
        TakenDecision first = _stage.House.Tick(_stage.First);
        TakenDecision again = JournalStage.NewHouse().Tick(_stage.First, DecisionTrigger.Startup);
        using Journal journal = _stage.Open();
        journal.Append([first]);

        Assert.True(journal.Append([first]), "the same once more is no fault");
        Assert.Empty(_stage.Told);
        Assert.True(journal.Append([again, _stage.House.Tick(_stage.First.Plus(1))]), "the next block must not suffer");

        Assert.Equal(["store_decision_twice"], _stage.ToldCodes);
        Assert.Equal([_stage.First, _stage.First.Plus(1)], _stage.Timeline.Decisions(default).Select(decision => decision.Block));
        Assert.Equal(Text(first), _stage.Timeline.Decisions(default)[0].Line);
        Assert.Equal(2, _stage.Count("states"));
    }

    [Fact]
    public void A_load_never_heard_of_is_unknown()
    {
        using Journal journal = _stage.Open();

        Assert.Equal(LoadRecovery.Unknown with { Memories = [] }, journal.Recover("miner") with { Memories = LoadRecovery.Unknown.Memories });
        Assert.Empty(journal.Recover("miner").Memories);
    }

    [Theory]
    [InlineData(72)] // ends with a tick
    [InlineData(73)] // ends with a safety check between two ticks
    [InlineData(91)] // ends with a person's wish
    public void After_a_restart_a_load_goes_on_where_it_was(int blocks)
    {
        using (Journal journal = _stage.Open())
            journal.Append([.. _stage.House.Decide(_stage.First, blocks)]);

        using Journal reopened = _stage.Open();
        LoadRecovery found = reopened.Recover(_stage.House.LoadId);

        Assert.Equal(_stage.First.Plus(blocks - 1), found.LastTick);
        Assert.Equal(_stage.First.Plus(blocks - 1), found.StatusBlock);
        Assert.Equal(_stage.House.Status, found.Status);
        Assert.Equal(_stage.House.Memories.OrderBy(memory => memory.Key, StringComparer.Ordinal), found.Memories.OrderBy(memory => memory.Key, StringComparer.Ordinal));
        Assert.NotEmpty(found.Memories);
    }

    [Fact]
    public void A_start_in_an_undecided_block_counts_as_its_tick()
    {
        using Journal journal = _stage.Open();
        journal.Append([_stage.House.Tick(_stage.First, DecisionTrigger.Startup)]);

        Assert.Equal(_stage.First, journal.Recover(_stage.House.LoadId).LastTick);
    }

    [Fact]
    public void The_wish_that_was_granted_last_comes_back_until_it_is_taken_back()
    {
        ManualOverride granted = new(true, 2, _stage.First, 3);
        using Journal journal = _stage.Open();

        journal.Note(new OverrideRequest(_stage.Time.GetUtcNow(), "miner", "page", granted, null));
        journal.Note(new OverrideRequest(_stage.Time.GetUtcNow(), "miner", "mqtt", granted with { Blocks = 999 }, "too long"));
        journal.Note(new OverrideRequest(_stage.Time.GetUtcNow(), "heater", "mqtt", granted with { Run = false }, null));
        Assert.Equal(granted, journal.Recover("miner").Override);

        journal.Note(new OverrideRequest(_stage.Time.GetUtcNow(), "miner", "page", null, null));
        Assert.Null(journal.Recover("miner").Override);
        Assert.Equal([null, null, "too long", null], _stage.Timeline.LatestOverrides(9).Select(request => request.Refusal));
        Assert.Equal(granted with { Blocks = 999 }, _stage.Timeline.LatestOverrides(9)[2].Wish);
    }

    [Fact]
    public void An_event_is_on_the_disk_within_a_minute()
    {
        HealthEvent happened = new(_stage.Time.GetUtcNow(), HealthLevel.Warning, "load_deaf", "miner", "It does not \"listen\".");
        using Journal journal = _stage.Open();

        journal.Note(happened);
        _stage.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, _stage.Count("health_events"));
        _stage.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([happened], _stage.Timeline.LatestEvents(9));
    }

    [Fact]
    public void Each_configuration_is_kept_once_with_its_first_time()
    {
        ImmutableSortedDictionary<string, byte[]> files = ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal).Add("config.yaml", "loads: []"u8.ToArray());
        using Journal journal = _stage.Open();

        journal.Note(new ConfigVersion(_stage.First.WindowStart, "ab12", files));
        journal.Note(new ConfigVersion(_stage.First.Plus(9).WindowStart, "ab12", files));

        Assert.Equal(1, _stage.Count("config_versions"));
        Assert.Equal("loads: []", Encoding.UTF8.GetString((byte[])_stage.Ask("SELECT content FROM config_versions")!));
        Assert.Equal(_stage.First.WindowStart.ToUnixTimeMilliseconds(), _stage.Ask("SELECT first_active FROM config_versions"));
    }

    [Fact]
    public void The_tables_have_every_column_of_a_complete_state()
    {
        using Journal journal = _stage.Open();

        Assert.All(DayColumn.All, column => Assert.NotEqual("error", Type(column.Sql.Split(' ')[0])));

        string Type(string column) => _stage.Ask($"SELECT typeof({column}) FROM decisions d LEFT JOIN states s USING (seq)") as string ?? "empty";
    }

    static string Text(TakenDecision taken) => Encoding.UTF8.GetString(taken.Line.Span);
}
