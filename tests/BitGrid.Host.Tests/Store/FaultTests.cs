using BitGrid.Host.Live;
using BitGrid.Host.Store;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Tests.Store;

/// <summary>Whatever the disk does, nothing is thrown, decisions go on, and what was decided is written once it can be.</summary>
public sealed class FaultTests
{
    static readonly string[] FailedAndRecovered = ["store_failing", "store_recovered"];

    [MountFact]
    public void A_full_disk_loses_nothing_and_tells_once_when_it_begins_and_once_when_it_is_over()
    {
        using Mount disk = new("1m");
        using JournalStage stage = new(disk.Folder);
        using Journal journal = stage.Open();
        Assert.True(Append(stage, journal, 0));
        disk.Fill();

        // The log of the database may have room for a few more.
        int refused = Enumerable.Range(1, 60).Count(block => !Append(stage, journal, block));
        Assert.InRange(refused, 1, 60);
        Assert.Equal(["store_failing"], stage.ToldCodes);
        Assert.Contains("make room", stage.Told[0].Message, StringComparison.Ordinal);
        disk.Empty();

        Assert.True(Append(stage, journal, 61));
        AssertWhole(stage, blocks: 62);
    }

    [MountFact]
    public void A_disk_that_becomes_read_only_loses_nothing()
    {
        using Mount disk = new("4m");
        using JournalStage stage = new(disk.Folder);
        stage.Live(days: 1);
        disk.Remount("ro");

        using (Journal journal = stage.Open())
        {
            Assert.False(Append(stage, journal, Block.PerDay));
            disk.Remount("rw");
            Assert.True(Append(stage, journal, Block.PerDay + 1));
        }

        Assert.Equal(FailedAndRecovered, stage.ToldCodes.Distinct());
        Assert.Equal("ok", stage.Ask("PRAGMA integrity_check"));
        Assert.Equal(Block.PerDay + 2 + 2, stage.Count("decisions"));
    }

    [Fact]
    public void A_locked_database_is_written_when_it_is_free_again()
    {
        using JournalStage stage = new();
        using Journal journal = stage.Open();
        Assert.True(Append(stage, journal, 0));
        using (SqliteConnection stranger = stage.Stranger())
        {
            StoreConnection.Execute(stranger, "BEGIN EXCLUSIVE");
            Assert.False(Append(stage, journal, 1));
            Assert.False(Append(stage, journal, 2));
        }

        Assert.True(Append(stage, journal, 3));
        AssertWhole(stage, blocks: 4);
    }

    [Fact]
    public void Without_new_decisions_what_is_pending_is_tried_again_every_minute()
    {
        using JournalStage stage = new();
        using Journal journal = stage.Open();
        using (SqliteConnection stranger = stage.Stranger())
        {
            StoreConnection.Execute(stranger, "BEGIN EXCLUSIVE");
            Assert.False(Append(stage, journal, 0));
        }

        stage.Time.Advance(TimeSpan.FromMinutes(1));

        AssertWhole(stage, blocks: 1);
    }

    [Fact]
    public void A_folder_that_is_not_there_yet_is_waited_for()
    {
        using JournalStage stage = new();
        string late = Path.Combine(stage.Folder, "late", "bitgrid.db");
        using Journal journal = new(late, stage.Time, stage.Told.Add);
        Assert.False(Append(stage, journal, 0));
        Assert.Equal(LoadRecovery.Unknown, journal.Recover("miner"));

        Directory.CreateDirectory(Path.GetDirectoryName(late)!);

        Assert.True(Append(stage, journal, 1));
        Assert.Equal(FailedAndRecovered, stage.ToldCodes);
        Assert.Equal(2, new Timeline(late).Decisions(default).Count);
    }

    [Fact]
    public void What_does_not_fit_into_memory_is_counted_as_lost()
    {
        using JournalStage stage = new();
        using Journal journal = stage.Open();
        using (SqliteConnection stranger = stage.Stranger())
        {
            StoreConnection.Execute(stranger, "BEGIN EXCLUSIVE");
            Assert.False(journal.Append([.. stage.House.Decide(stage.First, 7 * Block.PerDay)]));
        }

        Assert.True(journal.Append([]));

        Assert.Equal(PendingWrites.MostDecisions, stage.Count("decisions"));
        Assert.Equal(HealthLevel.Critical, stage.Told[^1].Level);
        Assert.Contains($"the oldest {7 * (Block.PerDay + 2) - PendingWrites.MostDecisions} decisions", stage.Told[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)] // the header: no database at all
    [InlineData(8192)] // a page of a table
    public void A_damaged_database_is_moved_aside_and_a_new_one_is_begun(int offset)
    {
        using JournalStage stage = new();
        stage.Live(days: 1);
        using (FileStream file = File.OpenWrite(stage.Database))
        {
            file.Position = offset;
            file.Write([.. Enumerable.Repeat((byte)0xA5, 16_384)]);
        }

        using Journal journal = stage.Open();

        Assert.True(Append(stage, journal, Block.PerDay));
        Assert.Equal(["store_corrupt"], stage.ToldCodes);
        Assert.Equal(HealthLevel.Critical, stage.Told[0].Level);
        string aside = Assert.Single(Directory.GetFiles(stage.Folder, "bitgrid.db.corrupt-*"));
        Assert.Contains(aside, stage.Told[0].Message, StringComparison.Ordinal);
        Assert.Equal(1, stage.Count("decisions"));
        Assert.Equal("store_corrupt", stage.Timeline.LatestEvents(1).Single().Code);
    }

    [FailingDiskFact]
    [Trait("Category", "Slow")]
    public void A_disk_that_fails_to_bring_data_home_loses_nothing()
    {
        using JournalStage stage = new();
        using WriterProgram writer = new(stage.Database, FailingDisk.Compile(stage.Folder), [$"{Block.PerDay}"]);
        int acknowledged = 0;
        while (writer.ReadLine() is { } line)
            acknowledged += line.EndsWith("Tick", StringComparison.Ordinal) ? 1 : 0;

        Assert.InRange(acknowledged, 1, Block.PerDay - 1);
        Assert.Equal("ok", stage.Ask("PRAGMA integrity_check"));
        Assert.Equal(Block.PerDay + 2, stage.Count("decisions"));
        Assert.Equal(FailedAndRecovered, stage.Timeline.LatestEvents(99).Reverse().Select(happened => happened.Code).Where(code => code.StartsWith("store", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_large_database_does_not_delay_the_start()
    {
        using JournalStage stage = new();
        stage.Live(days: 1);
        using (SqliteConnection stranger = stage.Stranger())
            StoreConnection.Execute(stranger, "CREATE TABLE ballast (a BLOB); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) INSERT INTO ballast SELECT randomblob(1800) FROM n");
        Assert.InRange(new FileInfo(stage.Database).Length, 100_000_000, 200_000_000);

        long start = TimeProvider.System.GetTimestamp();
        using Journal journal = stage.Open();
        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(start);

        Assert.Empty(stage.Told);
        Assert.Equal(stage.First.Plus(Block.PerDay - 1), journal.Recover(stage.House.LoadId).LastTick);
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10)); // 0.3 s on a quiet machine
    }

    static bool Append(JournalStage stage, Journal journal, int block) => journal.Append([stage.House.Tick(stage.First.Plus(block))]);

    static void AssertWhole(JournalStage stage, int blocks)
    {
        Assert.Equal(FailedAndRecovered, stage.ToldCodes);
        Assert.Equal("ok", stage.Ask("PRAGMA integrity_check"));
        Assert.Equal(Enumerable.Range(0, blocks).Select(i => stage.First.Plus(i)), stage.Timeline.Decisions(default).Select(decision => decision.Block));
    }
}
