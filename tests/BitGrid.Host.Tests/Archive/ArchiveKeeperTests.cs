using BitGrid.Host.Archive;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using BitGrid.Host.Store;
using BitGrid.Host.Tests.Store;

namespace BitGrid.Host.Tests.Archive;

public sealed class ArchiveKeeperTests : IDisposable
{
    static readonly StorageSettings TwoDays = new() { KeepDays = 2 };

    readonly JournalStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void Every_day_that_is_over_becomes_a_file_with_all_its_rows()
    {
        _stage.Live(days: 2);
        StoredDay[] stored = [.. StoredDay.In(_stage.Database)];

        _stage.Archive();

        Assert.Empty(_stage.Told);
        Assert.Equal(["parquet/2025/06/day_01.parquet", "parquet/2025/06/day_02.parquet"], Archived());
        Assert.All(stored, day => Assert.Equal(day.Rows(), ArchiveFile.Read(_stage.ArchiveFolder.PathOf(day.Day))));
        Assert.Equal(2 * (Block.PerDay + 2), _stage.Count("decisions"));
    }

    [Fact]
    public void The_day_that_is_not_over_waits()
    {
        _stage.Live(days: 1);
        using (Journal journal = _stage.Open())
            journal.Append([.. _stage.House.Decide(_stage.First.Plus(Block.PerDay), 10)]);

        _stage.Archive();

        Assert.Equal(["parquet/2025/06/day_01.parquet"], Archived());
    }

    [Fact]
    public void What_is_old_and_safe_leaves_the_database()
    {
        _stage.Live(days: 5);
        using (Journal journal = _stage.Open())
        {
            journal.Note(new HealthEvent(_stage.First.WindowStart, HealthLevel.Info, "old", "", "old"));
            journal.Note(new HealthEvent(_stage.Time.GetUtcNow(), HealthLevel.Info, "new", "", "new"));
            journal.Note(new OverrideRequest(_stage.First.WindowStart, "miner", "page", null, null));
        }

        _stage.Archive(TwoDays);

        Assert.Equal(5, Archived().Length);
        Assert.Equal([3, 4], StoredDay.In(_stage.Database).Select(day => day.Day - _stage.First.Day));
        Assert.Equal(2 * (Block.PerDay + 2), _stage.Count("states"));
        Assert.Equal(["new"], _stage.Timeline.LatestEvents(9).Select(happened => happened.Code));
        Assert.Single(_stage.Timeline.LatestOverrides(9));
    }

    [Fact]
    public void A_second_look_on_the_same_day_does_nothing()
    {
        _stage.Live(days: 1);
        using Journal journal = _stage.Open();
        ArchiveKeeper keeper = new(_stage.Folder, journal, new(), _stage.Time, _stage.Told.Add, () => long.MaxValue);
        keeper.Run();
        File.Delete(_stage.ArchiveFolder.PathOf(_stage.First.Day));

        keeper.Run();
        Assert.Empty(Archived());
        _stage.MoveTo(2);
        keeper.Run();
        Assert.Single(Archived());
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(5000, 2000)]
    public void A_damaged_day_is_set_aside_and_written_again(int offset, int bytes)
    {
        _stage.Live(days: 1);
        _stage.Archive();
        string path = _stage.ArchiveFolder.PathOf(_stage.First.Day);
        byte[] before = File.ReadAllBytes(path);
        Damage(path, offset, bytes);

        _stage.Archive();

        Assert.Equal(["archive_day_corrupt"], _stage.ToldCodes);
        Assert.Equal(HealthLevel.Warning, _stage.Told[0].Level);
        Assert.Contains("written again from the database", _stage.Told[0].Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Single(_stage.ArchiveFolder.SetAside());
    }

    [Fact]
    public void A_damaged_day_that_only_the_archive_had_is_found_within_a_month_and_told()
    {
        _stage.Live(days: 4);
        _stage.Archive(TwoDays);
        Damage(_stage.ArchiveFolder.PathOf(_stage.First.Day), 0, 4);

        for (int day = 5; day <= 35 && _stage.Told.Count == 0; day++)
        {
            _stage.MoveTo(day);
            _stage.Archive(TwoDays);
        }

        Assert.Equal(["archive_day_corrupt"], _stage.ToldCodes);
        Assert.Contains("restore the file from a backup", _stage.Told[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decisions_that_were_written_late_are_added_to_their_day()
    {
        TakenDecision[] day = [.. _stage.House.Decide(_stage.First, Block.PerDay)];
        using (Journal journal = _stage.Open())
            journal.Append(day[..100]);
        _stage.MoveTo(1);
        _stage.Archive();
        using (Journal journal = _stage.Open())
            journal.Append(day[100..]);

        _stage.Archive();

        Assert.Equal(day.Length, ArchiveFile.Read(_stage.ArchiveFolder.PathOf(_stage.First.Day)).Count());
        Assert.Empty(_stage.ArchiveFolder.SetAside());
    }

    [Fact]
    public void A_database_that_knows_less_takes_nothing_from_the_archive()
    {
        _stage.Live(days: 1);
        _stage.Archive();
        byte[] before = File.ReadAllBytes(_stage.ArchiveFolder.PathOf(_stage.First.Day));
        File.Delete(_stage.Database);
        using (Journal journal = _stage.Open())
            journal.Append([.. JournalStage.NewHouse().Decide(_stage.First, 5)]);

        _stage.Archive();

        Assert.Equal(before, File.ReadAllBytes(_stage.ArchiveFolder.PathOf(_stage.First.Day)));
    }

    [Fact]
    public void Days_beyond_their_age_go()
    {
        _stage.Live(days: 10);
        _stage.Archive(TwoDays with { ArchiveDays = 7 });

        _stage.MoveTo(11);
        _stage.Archive(TwoDays with { ArchiveDays = 7 });

        Assert.Equal("parquet/2025/06/day_05.parquet", Archived()[0]);
        Assert.Equal(6, Archived().Length);
        Assert.Empty(_stage.Told);
    }

    [Fact]
    public void An_archive_that_is_too_large_loses_its_oldest_days_and_says_so()
    {
        _stage.Live(days: 6);
        _stage.Archive(TwoDays);
        double dayMb = _stage.ArchiveFolder.Days().Average(day => day.Bytes) / 1e6;

        _stage.MoveTo(7);
        _stage.Archive(TwoDays with { ArchiveBudgetMb = dayMb * 4.5 });

        Assert.Equal("parquet/2025/06/day_03.parquet", Archived()[0]);
        Assert.Equal(["archive_over_budget"], _stage.ToldCodes);
        Assert.Contains("removed from the archive: 2 days, 2025-06-01 to 2025-06-02", _stage.Told[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_disk_that_is_nearly_full_the_oldest_days_go_but_never_those_still_in_the_database()
    {
        _stage.Live(days: 6);
        _stage.Archive(TwoDays);

        _stage.MoveTo(7);
        _stage.Archive(TwoDays, freeBytes: () => 1_000_000);

        Assert.Equal(["disk_low"], _stage.ToldCodes);
        Assert.Contains("1 MB are free", _stage.Told[0].Message, StringComparison.Ordinal);
        Assert.Equal(["parquet/2025/06/day_05.parquet", "parquet/2025/06/day_06.parquet"], Archived());

        StorageSettings longer = TwoDays with { KeepDays = 14 };
        for (int day = 8; day < 10; day++)
        {
            _stage.MoveTo(day);
            _stage.Archive(longer, freeBytes: () => 1_000_000);
        }

        Assert.Equal(["parquet/2025/06/day_06.parquet"], Archived());
        Assert.Contains("no old day in the archive that could go", _stage.Told[^1].Message, StringComparison.Ordinal);
        Assert.Equal(Block.PerDay + 2, _stage.Count("decisions"));
    }

    [Fact]
    public void An_archive_that_cannot_be_written_costs_no_day_and_no_decision()
    {
        _stage.Live(days: 4);
        File.WriteAllText(Path.Combine(_stage.Folder, "parquet"), "a file where the folder should be");

        _stage.Archive(TwoDays);

        Assert.Equal(["archive_failed"], _stage.ToldCodes);
        Assert.Equal(4 * (Block.PerDay + 2), _stage.Count("decisions"));
        using (Journal journal = _stage.Open())
            Assert.True(journal.Append([_stage.House.Tick(_stage.First.Plus(4 * Block.PerDay))]));
        File.Delete(Path.Combine(_stage.Folder, "parquet"));
        _stage.Archive(TwoDays);
        Assert.Equal(4, Archived().Length);
    }

    string[] Archived() => [.. _stage.ArchiveFolder.Days().Select(day => Path.GetRelativePath(_stage.Folder, day.Path))];

    static void Damage(string path, int offset, int bytes)
    {
        using FileStream file = File.OpenWrite(path);
        file.Position = offset;
        file.Write([.. Enumerable.Repeat((byte)0x5A, bytes)]);
    }
}
