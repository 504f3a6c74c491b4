using BitGrid.Host.Cli;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Store;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Store;

namespace BitGrid.Host.Tests.Recordings;

/// <summary>What the running house has kept proves itself: the recorded decisions come out again, byte for byte.</summary>
public sealed class StoredReplayTests : IDisposable
{
    const string AllEqual = "verify: 584 equal, 0 different, 0 recorded but not replayed, 0 replayed but not recorded, 0 between ticks not compared";

    readonly JournalStage _stage = new();

    public StoredReplayTests() => _stage.Live(days: 4);

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task The_archive_proves_itself()
    {
        _stage.Archive();
        await AssertProves(Path.Combine(_stage.Folder, "parquet"));
    }

    [Fact]
    public async Task The_database_proves_itself_while_it_is_written()
    {
        using Journal journal = _stage.Open();
        await AssertProves(_stage.Database);
        Assert.True(journal.Append([_stage.House.Tick(_stage.First.Plus(4 * Block.PerDay))]));
    }

    [Fact]
    public async Task A_data_folder_proves_itself_with_every_day_once()
    {
        _stage.Archive(new StorageSettings { KeepDays = 2 });
        File.Delete(_stage.ArchiveFolder.PathOf(_stage.First.Day + 2));
        Assert.Equal(2, StoredDay.In(_stage.Database).Count);

        await AssertProves(_stage.Folder);
    }

    [Fact]
    public async Task Reading_leaves_nothing_beside_the_database()
    {
        await AssertProves(_stage.Database);
        Assert.Equal(["bitgrid.db"], Directory.GetFiles(_stage.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_part_of_the_time_is_proved_by_itself()
    {
        CommandRun run = await Replay(_stage.Database, "--verify", "--from", "2025-06-02T11:00:00Z", "--to", "2025-06-02T13:00:00Z");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("verify: 13 equal, 0 different", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_under_another_configuration_are_named_with_both_hashes()
    {
        string config = Path.Combine(_stage.Folder, "config");
        Directory.CreateDirectory(config);
        foreach (string file in Directory.EnumerateFiles(CommandRun.Config, "*.yaml"))
            File.Copy(file, Path.Combine(config, Path.GetFileName(file)));
        string rules = Path.Combine(config, "bitgrid_rules.yaml");
        File.WriteAllText(rules, File.ReadAllText(rules).Replace("soc_stop_pct: 35", "soc_stop_pct: 36", StringComparison.Ordinal));

        CommandRun run = await CommandRun.Of("replay", "--input", _stage.Database, "--verify", "--config", config, "--plugins", CommandRun.Plugins, "--lang", "en");

        Assert.Equal(ExitCode.CheckFailed, run.ExitCode);
        Assert.Contains($"note: 584 recorded decisions from 2025-06-01T00:00:00Z to 2025-06-05T00:00:00Z were taken under config {_stage.House.ConfigHash}, not under ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_decision_is_found()
    {
        _stage.Archive();
        string decisions = Path.Combine(_stage.Folder, "decisions.jsonl");
        File.WriteAllLines(decisions, _stage.Timeline.Decisions(default).Select(decision => decision.Line.Replace("\"trigger\":\"SafetyAsync\",\"action\":\"Stop\"", "\"trigger\":\"SafetyAsync\",\"action\":\"Hold\"", StringComparison.Ordinal)));

        CommandRun run = await Replay(Path.Combine(_stage.Folder, "parquet"), "--verify", decisions);

        Assert.Equal(ExitCode.CheckFailed, run.ExitCode);
        Assert.Matches("verify: 58[0-3] equal, [1-4] different, 0 recorded but not replayed", run.Output);
    }

    [Fact]
    public async Task A_recording_without_decisions_cannot_be_proved_by_itself()
    {
        CommandRun run = await Replay(CommandRun.SampleFile, "--verify");

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("a file of states holds no decisions", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_bad_input()
    {
        string path = Path.Combine(_stage.Folder, "other.db");
        File.WriteAllText(path, "this is no database, however long one reads in it");

        CommandRun run = await Replay(path);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("the database cannot be read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_shows_the_tick_and_what_came_between_two_ticks()
    {
        CommandRun run = await CommandRun.Of("explain", "2025-06-02T12:00:00Z", "--as-recorded", "--input", _stage.Database, "--config", CommandRun.Config, "--plugins", CommandRun.Plugins, "--lang", "en");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("12:03", run.Output, StringComparison.Ordinal);
    }

    static async Task AssertProves(string input)
    {
        CommandRun run = await Replay(input, "--verify");
        Assert.True(run.ExitCode == ExitCode.Fine, run.Output + run.Error);
        Assert.Contains(AllEqual, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("corrected", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("note:", run.Output, StringComparison.Ordinal);
    }

    static Task<CommandRun> Replay(string input, params string[] args) =>
        CommandRun.Of(["replay", "--input", input, "--config", CommandRun.Config, "--plugins", CommandRun.Plugins, "--lang", "en", .. args]);
}
