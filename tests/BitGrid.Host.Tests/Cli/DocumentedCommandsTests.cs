using System.Text.RegularExpressions;
using BitGrid.Host.Cli;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Cli;

/// <summary>A command that a document names can be typed.</summary>
public sealed partial class DocumentedCommandsTests
{
    public static TheoryData<string> Commands() => [.. Named()];

    static IEnumerable<string> Named() =>
        Documents().SelectMany(document => Command().Matches(File.ReadAllText(document))).Select(match => match.Groups["words"].Value.Trim()).Where(words => words.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_documented_command_exists(string words)
    {
        CommandRun run = await CommandRun.Of([.. words.Split(' '), "--help"]);
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains($"bitgrid {words}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documents_name_every_command() =>
        Assert.Superset(
            new HashSet<string>(["run", "play", "replay", "explain", "kpi", "simulate", "tune", "fleet", "merge", "config check", "config show", "config hash", "config schema", "config apply", "backup create", "backup list", "backup verify", "backup restore", "update check", "update apply", "update status", "update rollback", "update retry", "doctor", "health", "user set-password", "user token create", "user token list", "user token revoke", "gate", "scenarios", "plugins list", "plugins verify", "version"]),
            Named().ToHashSet(StringComparer.Ordinal));

    [Fact]
    public async Task Every_option_of_the_guide_to_the_commands_exists()
    {
        string help = "";
        foreach (string words in Named())
            help += (await CommandRun.Of([.. words.Split(' '), "--help"])).Output;
        string[] options = [.. Option().Matches(File.ReadAllText(RepositoryRoot.PathTo("docs/commands.md"))).Select(match => match.Value).Distinct(StringComparer.Ordinal)];
        Assert.True(options.Length >= 10);
        Assert.All(options, option => Assert.Contains(option, help, StringComparison.Ordinal));
    }

    static IEnumerable<string> Documents() =>
    [
        RepositoryRoot.PathTo("README.md"), RepositoryRoot.PathTo("README.de.md"),
        .. Directory.EnumerateFiles(RepositoryRoot.PathTo("docs"), "*.md"),
        .. Directory.EnumerateFiles(RepositoryRoot.PathTo("samples"), "README.md", SearchOption.AllDirectories),
    ];

    [GeneratedRegex(@"(?:`bitgrid|src/BitGrid\.Host --) (?<words>(?:[a-z]+(?:-[a-z]+)*(?: |(?=`)))+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
