using BitGrid.Host.Cli;
using BitGrid.Host.Service;
using BitGrid.Host.Tests.Cli;

namespace BitGrid.Host.Tests.Backup;

/// <summary>Backups as a person makes them.</summary>
public sealed class BackupCommandTests : IDisposable
{
    readonly BackupStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_is_made_listed_verified_and_restored(bool isRunning)
    {
        using DataFolder? running = isRunning ? DataFolder.Open(_stage.Data) : null;

        CommandRun made = await RunAsync("create", "--to", _stage.Target, "--data", _stage.Data);
        string file = made.Output.TrimEnd();
        Assert.Equal((ExitCode.Fine, ""), (made.ExitCode, made.Error));
        Assert.Equal([Path.GetFileName(file)], BackupStage.NamesIn(_stage.Target));

        CommandRun listed = await RunAsync("list", "--in", _stage.Target);
        Assert.Matches($@"{Path.GetFileName(file)} +│ 0\.0 h +│ 0\.\d\d MB │ .* │ ok ", listed.Output);

        CommandRun verified = await CommandRun.Of("backup", "verify", file);
        Assert.Equal((ExitCode.Fine, $"{file}: ok\n"), (verified.ExitCode, verified.Output));

        CommandRun restored = await CommandRun.Of("backup", "restore", file, "--to-config", _stage["new/config"], "--data", _stage["new/data"]);
        Assert.Equal((ExitCode.Fine, ""), (restored.ExitCode, restored.Error));
        Assert.Contains("Passwords and certificates are in no backup", restored.Output, StringComparison.Ordinal);
        Assert.Equal(BackupStage.LinesIn(_stage.Data), BackupStage.LinesIn(_stage["new/data"]));
    }

    [Fact]
    public async Task The_folder_of_the_configuration_is_taken_when_none_is_named()
    {
        Assert.Contains("no folder for backups is set. Name one with --to, or set backup.folder", (await RunAsync("create", "--data", _stage.Data)).Error, StringComparison.Ordinal);
        _stage.Config.Edit("config.yaml", "autonomy: full", "backup: { folder: kept }\nautonomy: full");
        Directory.CreateDirectory(_stage.Config.PathOf("kept"));

        CommandRun made = await RunAsync("create", "--data", _stage.Data);

        Assert.StartsWith(_stage.Config.PathOf("kept"), made.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, (await RunAsync("verify", "--all")).ExitCode);
    }

    [Fact]
    public async Task A_damaged_one_among_whole_ones_is_found()
    {
        string[] files = [_stage.Make(), _stage.MakeAfter(1)];
        BackupStage.Replace(files[0], "config/flags.yaml", text => text + "# later\n");

        CommandRun run = await RunAsync("verify", "--all", "--in", _stage.Target);

        Assert.Equal((ExitCode.CheckFailed, $"{files[1]}: ok\n"), (run.ExitCode, run.Output));
        Assert.StartsWith($"error: {files[0]}: this backup cannot be used: config/flags.yaml", run.Error, StringComparison.Ordinal);
        Assert.Contains("damaged", (await RunAsync("list", "--in", _stage.Target)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup verify")]
    [InlineData("backup verify x.zip --all")]
    [InlineData("backup restore x.zip --data y")]
    public async Task A_command_that_names_too_little_or_too_much_is_refused(string line) =>
        Assert.Equal(ExitCode.BadUsage, (await CommandRun.Of(line.Split(' '))).ExitCode);

    [Theory]
    [InlineData("backup restore nowhere.zip --to-config x --data y")]
    [InlineData("backup list --in nowhere")]
    [InlineData("backup create --to nowhere")]
    public async Task What_does_not_exist_is_bad_input(string line) =>
        Assert.Equal(ExitCode.BadInput, (await CommandRun.Of(line.Split(' '))).ExitCode);

    Task<CommandRun> RunAsync(params string[] args) => CommandRun.Of(["backup", .. args, "--config", _stage.Config.Folder]);
}
