using BitGrid.Host.Cli;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Cli;

/// <summary>Each command as a user runs it, on the sample house.</summary>
public sealed class CommandTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-commands-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Replay_prints_the_changes_the_figures_and_the_fingerprint(string language)
    {
        CommandRun run = await OnSample("replay", "--from", "2025-06-08", "--to", "2025-06-10", "--lang", language);
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Snapshot.Match(run.Output + run.Error, language);
    }

    [Theory]
    [InlineData("en", "2025-06-08T12:10:00Z")]
    [InlineData("de", "2025-06-08T12:10:00Z")]
    [InlineData("en", "2025-06-21T12:10:00Z")]
    [InlineData("de", "2025-06-02T03:00:00Z")]
    public async Task Explain_tells_a_block_to_its_last_condition(string language, string instant)
    {
        CommandRun run = await OnSample("explain", instant, "--lang", language);
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Snapshot.Match(run.Output, $"{language}-{instant[..13]}");
    }

    [Fact]
    public async Task Explain_takes_a_block_number_as_well_as_an_instant()
    {
        CommandRun byInstant = await OnSample("explain", "2025-06-01T07:05:00Z", "--lang", "en");
        CommandRun byNumber = await OnSample("explain", Block.At(new(2025, 6, 1, 7, 0, 0, TimeSpan.Zero)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "--lang", "en");
        Assert.Equal(byInstant.Output, byNumber.Output);
    }

    [Fact]
    public async Task Explain_says_what_the_recording_holds_when_it_lacks_the_block()
    {
        CommandRun run = await OnSample("explain", "2031-01-01T00:00:00Z");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("nothing for block 3208320", run.Error, StringComparison.Ordinal);
        Assert.Contains("2025-06-01T00:00:00Z to 2025-07-01T00:00:00Z", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Play_shows_every_block_with_its_reason()
    {
        CommandRun run = await OnSample("play", "--from", "2025-06-01T06:30:00Z", "--to", "2025-06-01T08:00:00Z", "--speed", "1000", "--lang", "en");
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Snapshot.Match(run.Output);
    }

    [Fact]
    public async Task Kpi_prints_the_figures_of_the_period_and_as_json_those_of_each_day()
    {
        CommandRun json = await OnSample("kpi", "--format", "json", "--from", "2025-06-01", "--to", "2025-06-02");
        Assert.Equal(ExitCode.Fine, json.ExitCode);
        Snapshot.Match(json.Output);
    }

    [Fact]
    public async Task Replay_verifies_its_own_record_and_finds_a_changed_decision()
    {
        string recorded = Path.Combine(_folder, "recorded.jsonl");
        CommandRun written = await OnSample("replay", "--as-recorded", "--to", "2025-06-02", "--format", "jsonl", "--output", recorded);
        Assert.Equal(ExitCode.Fine, written.ExitCode);
        CommandRun same = await OnSample("replay", "--to", "2025-06-02", "--verify", recorded);
        Assert.Equal(ExitCode.Fine, same.ExitCode);

        File.WriteAllText(recorded, File.ReadAllText(recorded).Replace("\"action\":\"Stop\"", "\"action\":\"Hold\"", StringComparison.Ordinal));
        CommandRun changed = await OnSample("replay", "--to", "2025-06-02", "--verify", recorded);
        Assert.Equal(ExitCode.CheckFailed, changed.ExitCode);
        Assert.Contains("action", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_into_a_folder_that_does_not_exist_says_how_to_make_it()
    {
        CommandRun run = await OnSample("replay", "--output", Path.Combine(_folder, "no", "such.jsonl"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("mkdir -p", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_show_names_the_line_of_every_setting()
    {
        CommandRun run = await CommandRun.Of("config", "show", "--config", CommandRun.Config, "--plugins", CommandRun.Plugins);
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Snapshot.Match(run.Output);
    }

    [Fact]
    public async Task Plugins_verify_is_fine_with_the_plugins_of_this_build()
    {
        CommandRun run = await CommandRun.Of("plugins", "verify", "--plugins", CommandRun.Plugins);
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("R1, R2, R3, R4, R5", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugins_folder_that_does_not_exist_is_bad_input()
    {
        CommandRun run = await CommandRun.Of("plugins", "list", "--plugins", Path.Combine(_folder, "nowhere"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("does not exist", run.Error, StringComparison.Ordinal);
    }

    static Task<CommandRun> OnSample(string command, params string[] args) => CommandRun.Of(
        [command, .. args, "--input", CommandRun.SampleFile, "--config", CommandRun.Config, "--plugins", CommandRun.Plugins]);
}
