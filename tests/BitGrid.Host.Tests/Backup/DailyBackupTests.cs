using BitGrid.Host.Backup;
using BitGrid.Host.Live;
using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Host.Tests.Backup;

public sealed class DailyBackupTests : IDisposable
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    readonly BackupStage _stage = new();
    readonly List<HealthEvent> _told = [];
    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void Once_a_day_at_the_hour_of_the_house_also_when_the_clocks_change()
    {
        // 02:30 does not exist on the 29th of March, and comes twice on the 25th of October.
        Assert.Equal(["0328-120000", "0329-013000", "0330-003000"], After("02:30", TimeSpan.FromDays(2)));
        _time.SetUtcNow(new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(["1024-120000", "1025-013000", "1026-013000"], After("02:30", TimeSpan.FromDays(2))[^3..]);
    }

    [Fact]
    public void A_restart_makes_no_second_one_and_a_house_that_was_off_makes_it_when_it_is_back()
    {
        Assert.Equal(["0328-120000"], After("03:30", TimeSpan.Zero));
        Assert.Equal(["0328-120000"], After("03:30", TimeSpan.FromHours(1)));
        _time.Advance(TimeSpan.FromHours(20));
        Assert.Equal(["0328-120000", "0329-090000"], After("03:30", TimeSpan.FromHours(2)));
    }

    [Fact]
    public void A_backup_from_a_time_to_come_keeps_nobody_from_making_one()
    {
        _time.SetUtcNow(new DateTimeOffset(2031, 1, 1, 12, 0, 0, TimeSpan.Zero));
        After("03:30", TimeSpan.Zero);
        FakeTimeProvider mended = new(new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero));
        Daily(mended, "03:30", keep: 1).Look();
        Assert.Equal(["0101-120000", "0328-120000"], Made().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_missing_folder_is_one_problem_until_it_is_back()
    {
        DailyBackup daily = Daily(_time, "03:30");
        Directory.Move(_stage.Target, _stage["unplugged"]);
        daily.Look();
        daily.Look();
        Assert.Equal(["backup_failed"], _told.Select(told => told.Code));
        Assert.Equal(
            "There is no backup of today. <here>/target: the folder for backups does not exist. Mount its disk, create it, or name another one (backup.folder in config.yaml, or --to). It is tried again every ten minutes.",
            _stage.Told(_told[0].Message));

        Directory.Move(_stage["unplugged"], _stage.Target);
        daily.Look();
        Assert.Equal(["backup_failed", "backup_done", "backup_failed_over"], _told.Select(told => told.Code));
    }

    [TmpfsFact]
    public void A_full_folder_is_one_problem_until_there_is_room()
    {
        Directory.Delete(_stage.Target);
        using Tmpfs disk = new(_stage.Target, "size=8m");
        string ballast = Path.Combine(disk.Path, "ballast");
        File.WriteAllBytes(ballast, new byte[7_500_000]);
        DailyBackup daily = Daily(_time, "03:30");
        daily.Look();
        daily.Look();
        Assert.Equal(["backup_failed"], _told.Select(told => told.Code));
        Assert.Contains("does not fit", _told[0].Message, StringComparison.Ordinal);

        File.Delete(ballast);
        daily.Look();
        Assert.Equal(["backup_failed", "backup_done", "backup_failed_over"], _told.Select(told => told.Code));
    }

    [Fact]
    public void Without_a_folder_nothing_happens()
    {
        new DailyBackup(_stage.Maker, new(), _stage.Config.Folder, Berlin, _time, new(_time) { Happened = _told.Add }).Look();
        Assert.Empty(_told);
        Assert.Empty(BackupStage.NamesIn(_stage.Target));
    }

    [Fact]
    public void The_oldest_go_and_only_what_is_ours_by_name_and_manifest()
    {
        string[] strangers = ["bitgrid-20200101-000000Z.zip", "bitgrid-20200101.zip", "holiday.zip"];
        foreach (string stranger in strangers)
            File.WriteAllText(Path.Combine(_stage.Target, stranger), "none of BitGrid's");
        string[] made = [_stage.Make(), _stage.MakeAfter(1), _stage.MakeAfter(1), _stage.MakeAfter(1)];

        Assert.Equal(made[1..2].Concat(made[..1]), _stage.Folder.Prune(keep: 2, _stage.Time.GetUtcNow()).Select(backup => backup.Path));

        Assert.Equal(strangers.Concat(made[2..].Select(Path.GetFileName)).Order(StringComparer.Ordinal), BackupStage.NamesIn(_stage.Target));
    }

    [Fact]
    public void The_newest_whole_one_stays_however_many_damaged_ones_came_after_it()
    {
        string[] made = [_stage.Make(), _stage.MakeAfter(1), _stage.MakeAfter(1), _stage.MakeAfter(1)];
        foreach (string file in made[2..])
            BackupStage.Replace(file, "config/flags.yaml", text => text + "# later\n");

        IReadOnlyList<FoundBackup> removed = _stage.Folder.Prune(keep: 1, _stage.Time.GetUtcNow());

        Assert.Equal([made[2], made[0]], removed.Select(backup => backup.Path));
        Assert.True(File.Exists(made[1]));
    }

    string[] After(string at, TimeSpan time)
    {
        DailyBackup daily = Daily(_time, at);
        daily.Look();
        for (TimeSpan gone = TimeSpan.Zero; gone < time; gone += TimeSpan.FromMinutes(10))
        {
            _time.Advance(TimeSpan.FromMinutes(10));
            daily.Look();
        }

        Assert.DoesNotContain(_told, told => told.Code != "backup_done");
        return Made();
    }

    DailyBackup Daily(FakeTimeProvider time, string at, int keep = 14) =>
        new(new(_stage.Database, _stage.Config.Folder, time), new() { Folder = _stage.Target, At = at, Keep = keep }, _stage.Config.Folder, Berlin, time, new(time) { Happened = _told.Add });

    // Month, day and time of the names, in their order.
    string[] Made() => [.. BackupStage.NamesIn(_stage.Target).Select(name => name[12..^5])];
}
