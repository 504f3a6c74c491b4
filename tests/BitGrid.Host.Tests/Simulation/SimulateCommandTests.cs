using BitGrid.Host.Cli;
using BitGrid.Host.Tests.Cli;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Simulation;

/// <summary><c>bitgrid simulate</c> as a user runs it.</summary>
public sealed class SimulateCommandTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-simulate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task It_compares_the_strategies_in_a_table(string language)
    {
        CommandRun run = await OnSample("--from", "2025-06-02", "--to", "2025-06-04", "--lang", language);
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Snapshot.Match(run.Error + run.Output, language);
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_bytes_and_a_program_finds_all_figures_in_them()
    {
        string[] files = [Path.Combine(_folder, "one.json"), Path.Combine(_folder, "two.json")];
        foreach (string file in files)
            Assert.Equal(ExitCode.Fine, (await OnSample("--to", "2025-06-07", "--seed", "7", "--fault", "fan", "--fault", "pv", "--report", file)).ExitCode);
        Assert.Equal(File.ReadAllBytes(files[0]), File.ReadAllBytes(files[1]));
        Snapshot.Match(string.Join('\n', File.ReadLines(files[0]).Where(line => !line.Contains("config_hash", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task The_page_holds_tables_and_charts_and_needs_nothing_from_elsewhere()
    {
        string file = Path.Combine(_folder, "report.html");
        Assert.Equal(ExitCode.Fine, (await OnSample("--to", "2025-06-02", "--lang", "de", "--report", file)).ExitCode);
        string page = File.ReadAllText(file);
        Assert.Equal(3, page.Split("<svg ").Length - 1);
        Assert.Contains("Gewinn gegenüber abgeschalteten Lasten", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_price_it_tells_energies_and_no_money()
    {
        string series = Path.Combine(_folder, "series.csv");
        await File.WriteAllLinesAsync(series, ["utc_start,pv_w,load_w", .. Enumerable.Range(0, 48).Select(hour => $"2025-06-{1 + (hour / 24):00}T{hour % 24:00}:00:00Z,{(hour % 24 is > 8 and < 17 ? 4_000 : 0)},300")]);
        CommandRun run = await CommandRun.Of("simulate", "--data", series, "--config", CommandRun.Config, "--plugins", CommandRun.Plugins, "--lang", "en", "--report", Path.Combine(_folder, "report.html"));
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("no money is reckoned", run.Error, StringComparison.Ordinal);
        Snapshot.Match(run.Output);
    }

    [Fact]
    public async Task Nonsense_is_refused_with_what_is_allowed()
    {
        CommandRun fault = await OnSample("--fault", "flood");
        CommandRun report = await OnSample("--report", "report.pdf");
        CommandRun data = await CommandRun.Of("simulate", "--config", CommandRun.Config);
        CommandRun missing = await CommandRun.Of("simulate", "--data", "nowhere.csv", "--config", CommandRun.Config, "--plugins", CommandRun.Plugins);
        CommandRun folder = await OnSample("--to", "2025-06-01", "--report", Path.Combine(_folder, "no", "such.json"));
        Assert.Equal([ExitCode.BadUsage, ExitCode.BadUsage, ExitCode.BadUsage, ExitCode.BadInput, ExitCode.BadInput], new[] { fault, report, data, missing, folder }.Select(run => run.ExitCode));
        Snapshot.Match(string.Concat(fault.Error, report.Error, data.Error, missing.Error, folder.Error).Replace(_folder, "<folder>", StringComparison.Ordinal));
    }

    static Task<CommandRun> OnSample(params string[] args) => CommandRun.Of(
        ["simulate", "--data", CommandRun.SampleFile, "--config", CommandRun.Config, "--plugins", CommandRun.Plugins, .. args]);
}
