using BitGrid.Host.Scenarios;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Tests.Recordings;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Scenarios;

public sealed class ScenarioFaultTests
{
    const string Table = "\n| surplus_kw | expect |\n|---|---|\n";

    [Fact]
    public void Every_mistake_is_told_with_its_line_what_is_allowed_and_the_repair()
    {
        (string What, string Text)[] mistakes =
        [
            ("no heading", "prose\n" + Table + "| 1 | off |"),
            ("no table", "# Title\n"),
            ("no rows", "# Title\n" + Table),
            ("an unknown column", "# Title\n\n| surplus | expect |\n|---|---|\n| 1 | off |"),
            ("too few cells", "# Title\n" + Table + "| 1 |"),
            ("an unknown given", "# Title\n- when: now\n" + Table + "| 1 | off |"),
            ("no start of a block", "# Title\n- start: 2025-06-08 11:05\n" + Table + "| 1 | off |"),
            ("an unknown part", "# Title\n- part: web\n" + Table + "| 1 | off |"),
            ("an unknown need", "# Title\n- needs: a-pool\n" + Table + "| 1 | off |"),
            ("a block that is over", "# Title\n\n| block | expect |\n|---|---|\n| 5 | off |\n| 3 | off |"),
            ("no block", "# Title\n\n| block | expect |\n|---|---|\n| -1 | off |"),
            ("no number", "# Title\n" + Table + "| much | off |"),
            ("no sum", "# Title\n" + Table + "| start_kw * 2 | off |"),
            ("a setting that is not there", "# Title\n" + Table + "| R9.power_kw | off |"),
            ("an unknown word", "# Title\n" + Table + "| 1 | explodes |"),
            ("an unknown wish", "# Title\n\n| wish | expect |\n|---|---|\n| more | off |"),
            ("nothing expected", "# Title\n" + Table + "| 1 |  |"),
            ("asked by nobody known", "# Title\n\n| asked by | expect |\n|---|---|\n| a bird | off |"),
            ("hostile text", "# {0} }{ <b>\n" + Table + "| {0} }{ | off |"),
        ];
        Snapshot.Match(string.Concat(mistakes.Select(mistake => $"{mistake.What}:\n  {MessageOf(mistake.Text)}\n")));
    }

    [Fact]
    public void The_readme_beside_the_scenarios_is_none_and_its_example_is_one()
    {
        string readme = File.ReadAllText(RepositoryRoot.PathTo("tests/scenarios/README.md"));
        string example = readme.Split("```")[1];
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["README.md"], readme);
        File.WriteAllText(folder["example.md"], example);

        Assert.Equal("A hot miner stops", Assert.Single(ScenarioReader.ReadFolder(Path.GetDirectoryName(folder["x"])!)).Title);
        Assert.All(ScenarioColumns.All.Except(ScenarioColumns.Numbers), column => Assert.Contains($"`{column}`", readme, StringComparison.Ordinal));
    }

    static string MessageOf(string text)
    {
        using TemporaryFolder folder = new();
        using ConfigSandbox config = new();
        File.WriteAllText(folder["story.md"], text);
        ScenarioException fault = Assert.Throws<ScenarioException>(() => ScenarioHouses.PlayIn(config, scenarios: ScenarioReader.Read(folder["story.md"])));
        return fault.Message.Replace(folder["story.md"], "story.md", StringComparison.Ordinal);
    }
}
