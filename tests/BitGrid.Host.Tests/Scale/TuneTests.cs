using System.Diagnostics;
using BitGrid.Host.Cli;
using BitGrid.Host.Shards;
using BitGrid.Host.Tests.Cli;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Scale;

/// <summary>Tuning on the series of the sample house.</summary>
public sealed class TuneTests : IDisposable
{
    static readonly string[] Tune = ["tune", "--data", CommandRun.SampleFile, "--from", "2025-06-08", "--to", "2025-06-11"];
    static readonly string[] Grid = [.. Tune, "--set", "rules.R5.hold_blocks=0..2", "--set", "rules.R2.soc_stop_pct=35,44,45"];

    readonly ScaleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task The_table_shows_what_no_other_beats_and_the_patch_what_to_change(string language)
    {
        CommandRun run = await CommandRun.Of([.. Grid, "--output", _folder["all"], "--lang", language, "--config", CommandRun.Config, "--plugins", CommandRun.Plugins]);
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Snapshot.Match(run.Output, language);
        Assert.Contains("skipped: 3 of 9 points cannot be used; the first, point 3: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("rules.R2.soc_resume_pct", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Merged_shards_are_byte_for_byte_the_whole_and_show_the_same(int count)
    {
        CommandRun whole = await ScaleFolder.Run([.. Grid, "--output", _folder["whole"]]);
        string[] parts = [.. Enumerable.Range(1, count).Select(i => _folder[$"part-{i}"])];
        for (int i = 0; i < count; i++)
            await ScaleFolder.Run([.. Grid, "--output", parts[i], "--shard", $"{i + 1}/{count}"]);
        await ScaleFolder.Run(["merge", .. parts, "--output", _folder["merged"]]);

        Assert.Equal(_folder.Bytes("whole"), _folder.Bytes("merged"));
        CommandRun shown = await ScaleFolder.Run([.. Grid, "--output", _folder["merged"]]);
        Assert.Equal(whole.Output, shown.Output);
        Assert.Contains("goes on: 9 of 9 points are done already", shown.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Killed_it_goes_on_where_it_was_and_ends_with_the_same_bytes()
    {
        string[] many = ["tune", "--data", CommandRun.SampleFile, "--set", "seed=0..99"];
        using (Process killed = ScaleFolder.Start([.. many, "--output", _folder["some"]]))
        {
            while (!File.Exists(_folder["some"]))
            {
                Assert.False(killed.HasExited, "it ended before it was killed");
                await Task.Delay(20);
            }

            killed.Kill();
            await killed.WaitForExitAsync();
        }

        using (ResultPart part = ResultPart.Open(_folder["some"]))
            Assert.InRange(part.Rows().Count(), 1, 99);
        Assert.Contains("has not come to its end", (await ScaleFolder.Try("merge", _folder["some"], "--output", _folder["merged"])).Error, StringComparison.Ordinal);

        CommandRun rest = await ScaleFolder.Run([.. many, "--output", _folder["some"]]);
        Assert.Contains("goes on: ", rest.Error, StringComparison.Ordinal);
        await ScaleFolder.Run([.. many, "--output", _folder["whole"]]);
        Assert.Equal(_folder.Bytes("whole"), _folder.Bytes("some"));
    }

    [Theory]
    [InlineData("other values", "'set: ", "--set", "rules.R5.hold_blocks=0..1")]
    [InlineData("another seed", "'seed: 2'", "--set", "rules.R5.hold_blocks=0", "--seed", "2")]
    [InlineData("another shard", "it is shard 1/1", "--set", "rules.R5.hold_blocks=0", "--shard", "1/2")]
    [InlineData("another price", "'series: ", "--set", "rules.R5.hold_blocks=0", "--exchange-price")]
    public async Task Results_of_other_work_are_not_gone_on_with(string what, string reason, params string[] other)
    {
        Assert.NotEmpty(what);
        await ScaleFolder.Run([.. Tune, "--set", "rules.R5.hold_blocks=0", "--output", _folder["results"]]);
        byte[] before = _folder.Bytes("results");

        CommandRun run = await ScaleFolder.Try([.. Tune, .. other, "--output", _folder["results"]]);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("holds the results of other work: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Bytes("results"));
    }

    [Fact]
    public async Task The_patch_of_a_chosen_point_is_a_configuration_that_starts()
    {
        await ScaleFolder.Run([.. Grid, "--output", _folder["all"], "--patch", _folder["patch.yaml"], "--report", _folder["report.html"], "--point", "5"]);
        string patch = File.ReadAllText(_folder["patch.yaml"]);
        Assert.Contains("--- # bitgrid_rules.yaml\nrules:\n  R5:\n    hold_blocks: 1\n  R2:\n    soc_stop_pct: 44\n", patch, StringComparison.Ordinal);
        Assert.Contains("Value against grid import", File.ReadAllText(_folder["report.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a typo", "rules.R5.hold_block=1", "rules.R5.hold_blocks is probably meant")]
    [InlineData("the house", "site.pv_peak_w=5000", "there is no such setting of a rule or policy")]
    public async Task A_key_that_is_no_setting_is_refused(string what, string set, string reason)
    {
        Assert.NotEmpty(what);
        CommandRun run = await ScaleFolder.Try([.. Tune, "--set", set, "--output", _folder["all"]]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_that_is_not_there_is_refused()
    {
        CommandRun run = await ScaleFolder.Try([.. Grid, "--output", _folder["all"], "--point", "3"]); // an invalid combination
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("--point 3: there is no such point that can be used", run.Error, StringComparison.Ordinal);
    }
}
