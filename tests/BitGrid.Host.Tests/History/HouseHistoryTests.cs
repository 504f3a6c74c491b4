using System.Buffers;
using System.Text;
using BitGrid.Engine.Kpis;
using BitGrid.Engine.Replay;
using BitGrid.Host.Configuration;
using BitGrid.Host.History;
using BitGrid.Host.Recordings;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Tests.Store;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.History;

/// <summary>Four days of a house, of which the database holds the last and the archive all but that one.</summary>
public sealed class HouseHistoryTests : IDisposable
{
    readonly JournalStage _stage = new();
    readonly RecordReader _records = new(new Vocabulary(Offers.BuiltIn));

    public HouseHistoryTests()
    {
        _stage.Live(days: 3);
        _stage.Archive(new() { KeepDays = 1 });
        _stage.Live(days: 1, firstDay: 3);
    }

    public void Dispose() => _stage.Dispose();

    HouseHistory History => new(_stage.Folder);

    PastDecision[] All => [.. History.All(default)];

    [Fact]
    public void The_database_and_the_archive_are_one_past()
    {
        Assert.True(_stage.Timeline.Decisions(default)[0].Block > _stage.First, "Nothing was pruned: the stage proves nothing.");
        Assert.Equal(Enumerable.Range(0, 4 * Block.PerDay).Select(i => _stage.First.Plus(i)), All.Where(past => past.IsTick).Select(past => past.Block));
        Assert.Contains(All, past => past.Trigger == "SafetyAsync");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(144)]
    [InlineData(1000)]
    public void Page_by_page_comes_everything_once_and_blocks_are_whole(int limit)
    {
        List<PastDecision> seen = [];
        HistoryQuery query = new() { Limit = limit };
        for (HistoryPage page = History.Page(query); ; page = History.Page(query with { Until = page.Next }))
        {
            Assert.True(seen.Count == 0 || page.Decisions.Count == 0 || page.Decisions[0].Block < seen[^1].Block);
            seen.AddRange(page.Decisions);
            if (page.Next is null)
                break;
            Assert.True(page.Decisions.Count >= limit);
        }

        Assert.Equal(All.Reverse().Select(past => past.Line), seen.Select(past => past.Line));
    }

    [Fact]
    public void Filters_work_in_the_database_as_in_the_archive()
    {
        HistoryQuery[] queries =
        [
            new() { Action = "Stop" }, new() { Trigger = "SafetyAsync" }, new() { Rule = "R3" }, new() { ReasonCode = "R1_START" }, new() { LoadId = "sauna" },
            new() { From = _stage.First.Plus(100), Until = _stage.First.Plus(500), Action = "Hold" },
        ];
        foreach (HistoryQuery query in queries)
        {
            HistoryPage page = History.Page(query with { Limit = HistoryQuery.MostLimit });
            Assert.Null(page.Next);
            Assert.Equal(All.Where(query.Wants).Reverse().Select(past => past.Line), page.Decisions.Select(past => past.Line));
        }

        Assert.NotEmpty(History.Page(new() { Action = "Stop", Until = _stage.First.Plus(2 * Block.PerDay) }).Decisions);
    }

    [Fact]
    public void A_damaged_day_of_the_archive_is_left_out()
    {
        File.WriteAllText(_stage.ArchiveFolder.PathOf(_stage.First.Day), "no parquet");
        Assert.Equal(_stage.First.Plus(Block.PerDay), All[0].Block);
        Assert.DoesNotContain(History.Page(new() { Limit = HistoryQuery.MostLimit }).Decisions, past => past.Block < _stage.First.Plus(Block.PerDay));
    }

    [Fact]
    public void A_line_read_back_into_a_record_is_written_as_the_same_line()
    {
        Assert.All(All, past =>
        {
            ArrayBufferWriter<byte> line = new();
            DecisionLine.Write(line, _records.Read(past.Line));
            Assert.Equal(past.Line, Encoding.UTF8.GetString(line.WrittenSpan));
        });
    }

    [Fact]
    public void A_reason_of_a_plugin_that_is_gone_speaks_for_itself()
    {
        DecisionRecord record = new RecordReader(new Vocabulary(Host.Plugins.PluginOffers.None)).Read(All.First(past => past.ReasonCode == "R1_START").Line);
        Assert.Equal(("R1_START", "R1_START"), (record.Reason.Code, record.Reason.En));
    }

    [Fact]
    public void Figures_of_the_past_are_those_of_its_decisions()
    {
        SiteConfiguration configuration = ConfigLoader.Load(RepositoryRoot.PathTo("config"), Offers.BuiltIn).Configuration!;
        (KpiReport all, var byConfig) = new PastKpis(History, _records).Of(default, configuration);
        Assert.Equal(All.Length, all.Period.Decisions);
        Assert.Equal(All.Count(past => past.Action == "Start"), all.Period.Starts);
        Assert.Equal(All.Count(past => past.Action == "Stop"), all.Period.Stops);
        Assert.Equal(4, all.Days.Length);
        Assert.Equal(100, all.Period.ExplanationCoveragePct);
        double loadKwh = All.Where(past => past.IsTick).Sum(past => configuration.Site.Loads[0].PowerAt((int)(long)past["new_level"]!)) * Block.Hours / 1000;
        Assert.Equal(loadKwh, all.Period.LoadKwh, precision: 2);
        Assert.Equal(all.Period, Assert.Single(byConfig).Value);
    }
}
