using System.Text.RegularExpressions;
using BitGrid.TestKit;

namespace BitGrid.Build.Tests.Releasing;

/// <summary>What runs elsewhere runs here: a workflow calls make, and nothing of its own.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows => new(Directory.EnumerateFiles(RepositoryRoot.PathTo(".github/workflows"), "*.yml").Select(file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_only_calls_make_after_it_has_installed_what_make_needs(string file)
    {
        var workflow = File.ReadAllText(RepositoryRoot.PathTo($".github/workflows/{file}"));
        string[] commands = [.. Command().Matches(workflow).Select(match => match.Groups["command"].Value.Trim())];

        Assert.Contains(commands, command => command.StartsWith("make ", StringComparison.Ordinal));
        Assert.All(commands, command => Assert.Matches(Allowed(), command));
        Assert.All(
            commands.Where(command => command.StartsWith("make ", StringComparison.Ordinal)).Select(command => command.Split(' ')[1]),
            target => Assert.Contains($"\"{target}\"", Targets, StringComparison.Ordinal));
    }

    static string Targets => string.Concat(Directory.EnumerateFiles(RepositoryRoot.PathTo("build"), "*.cs", SearchOption.AllDirectories).Where(file => file.EndsWith("Target.cs", StringComparison.Ordinal) || file.EndsWith("Program.cs", StringComparison.Ordinal)).Select(File.ReadAllText));

    [GeneratedRegex(@"^\s*(- )?run: (?<command>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"^(make [a-z-]+( .*)?|apt-get update && apt-get install --yes [a-z0-9 ./-]+|git config --global --add safe\.directory .+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
