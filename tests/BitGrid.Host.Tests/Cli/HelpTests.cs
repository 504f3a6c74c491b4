using BitGrid.Host.Cli;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("play")]
    [InlineData("doctor")]
    [InlineData("gate")]
    [InlineData("scenarios")]
    [InlineData("backup restore")]
    [InlineData("update")]
    [InlineData("update apply")]
    [InlineData("replay")]
    [InlineData("explain")]
    [InlineData("kpi")]
    [InlineData("simulate")]
    [InlineData("fleet")]
    [InlineData("merge")]
    [InlineData("tune")]
    [InlineData("config")]
    [InlineData("config check")]
    [InlineData("config schema")]
    [InlineData("plugins")]
    public async Task Help_says_what_a_command_does(string command)
    {
        CommandRun run = await CommandRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Snapshot.Match(run.Output, command.Length == 0 ? "bitgrid" : command.Replace(' ', '-'));
    }

    [Theory]
    [InlineData("no command", "")]
    [InlineData("an unknown command", "replai")]
    [InlineData("an unknown option", "version --colour")]
    [InlineData("a missing option", "replay")]
    [InlineData("an unknown format", "replay --input x --format xml")]
    [InlineData("no time", "replay --input x --from yesterday")]
    [InlineData("no language", "kpi --input x --lang fr")]
    [InlineData("no block", "explain noon --input x")]
    [InlineData("no speed", "play --input x --speed 0")]
    [InlineData("no reason for an update without the gate", "update apply x --skip-gate")]
    [InlineData("parquet to the terminal", "replay --input x --format parquet")]
    [InlineData("no shard", "fleet --input x --output y --shard 4/3")]
    [InlineData("a shard of lines", "replay --input x --format jsonl --shard 1/3")]
    [InlineData("no values", "tune --data x --output y --set rules.R5.hold_blocks=4..0")]
    [InlineData("a key twice", "tune --data x --output y --set seed=1 --set seed=2")]
    [InlineData("too many combinations", "tune --data x --output y --set seed=1..9999 --set rules.R5.hold_blocks=0..99")]
    public async Task A_command_line_that_makes_no_sense_exits_with_2_and_says_why(string what, string line)
    {
        CommandRun run = await CommandRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Empty(run.Output);
        Snapshot.Match(run.Error, what.Replace(' ', '-'));
    }
}
