using System.Globalization;
using System.Text.Json.Nodes;
using BitGrid.Host.Cli;
using BitGrid.Host.Shards;
using BitGrid.Host.Tests.Cli;

namespace BitGrid.Host.Tests.Scale;

/// <summary>Many homes at once decide as each does alone.</summary>
public sealed class FleetTests : IDisposable
{
    readonly ScaleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_home_has_the_figures_and_the_fingerprint_it_has_alone()
    {
        _folder.Homes("c.csv", "a.csv", "b.csv");
        await ScaleFolder.Run("fleet", "--input", _folder["homes"], "--output", _folder["fleet.parquet"], "--fingerprint");

        Dictionary<string, object?>[] rows = [.. Rows("fleet.parquet")];
        Assert.Equal(["a", "b", "c"], rows.Select(row => row["home"]));
        foreach (Dictionary<string, object?> row in rows)
        {
            string home = Path.Combine(_folder["homes"], $"{row["home"]}.csv");
            JsonNode alone = JsonNode.Parse((await ScaleFolder.Run("kpi", "--input", home, "--format", "json")).Output)!["period"]!;
            foreach ((string name, JsonNode? value) in alone.AsObject())
                Assert.Equal(value?.GetValue<double>(), Number(row[name]));
            Assert.Contains((string)row["fingerprint"]!, (await ScaleFolder.Run("replay", "--input", home)).Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Merged_shards_are_byte_for_byte_the_whole(int count)
    {
        _folder.Homes("a.csv", "b.csv", "c.csv", "d.csv");
        Directory.CreateDirectory(Path.Combine(_folder["homes"], "e"));
        File.Move(Path.Combine(_folder["homes"], "d.csv"), Path.Combine(_folder["homes"], "e", "june.csv")); // a folder is a home too
        CommandRun whole = await ScaleFolder.Run("fleet", "--input", _folder["homes"], "--output", _folder["whole"], "--fingerprint");
        string[] parts = [.. Enumerable.Range(1, count).Select(i => _folder[$"part-{i}"])];
        for (int i = 0; i < count; i++)
            await ScaleFolder.Run("fleet", "--input", _folder["homes"], "--output", parts[i], "--fingerprint", "--shard", $"{i + 1}/{count}");
        CommandRun merged = await ScaleFolder.Run(["merge", .. parts, "--output", _folder["merged"]]);

        Assert.Equal(_folder.Bytes("whole"), _folder.Bytes("merged"));
        Assert.Equal(Fingerprint(whole), Fingerprint(merged));
    }

    [Fact]
    public async Task A_home_with_faults_is_named_and_left_out_and_the_others_are_finished()
    {
        _folder.Homes("bad.csv", "good.csv");
        string bad = Path.Combine(_folder["homes"], "bad.csv");
        File.WriteAllText(bad, File.ReadAllText(bad).Replace("2025-06-02T00:00:00Z", "yesterday", StringComparison.Ordinal));

        CommandRun run = await ScaleFolder.Try("fleet", "--input", _folder["homes"], "--output", _folder["fleet"]);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("home 'bad' is left out: 1 faults, the first: ", run.Error, StringComparison.Ordinal);
        Dictionary<string, object?>[] rows = [.. Rows("fleet")];
        Assert.Equal((1L, null), (rows[0]["faults"], rows[0]["load_kwh"]));
        Assert.Equal((0L, true), (rows[1]["faults"], (double?)rows[1]["load_kwh"] > 0));
    }

    [Fact]
    public async Task Two_homes_of_one_name_are_refused()
    {
        _folder.Homes("a.csv", "a.csv.gz");
        CommandRun run = await ScaleFolder.Try("fleet", "--input", _folder["homes"], "--output", _folder["fleet"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("is called 'a' like ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty", "holds no home")]
    [InlineData("missing", "there is no such folder")]
    public async Task A_folder_without_homes_is_refused(string name, string reason)
    {
        Directory.CreateDirectory(_folder["empty"]);
        CommandRun run = await ScaleFolder.Try("fleet", "--input", _folder[name], "--output", _folder["fleet"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    static double? Number(object? value) => value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    IEnumerable<Dictionary<string, object?>> Rows(string file)
    {
        using ResultPart part = ResultPart.Open(_folder[file]);
        foreach (object?[] row in part.Rows())
            yield return part.Columns.Select((column, i) => (column.Name, Value: row[i])).ToDictionary(pair => pair.Name, pair => pair.Value);
    }

    static string Fingerprint(CommandRun run) => run.Output.Split('\n').Single(line => line.StartsWith("fingerprint of the fleet: ", StringComparison.Ordinal));
}
