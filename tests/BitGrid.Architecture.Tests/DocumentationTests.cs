using System.Text.RegularExpressions;
using BitGrid.TestKit;

namespace BitGrid.Architecture.Tests;

/// <summary>What is written about the project is true: paths exist, accepted texts have their tests, decisions are listed.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_path_that_a_document_links_to_exists()
    {
        string[] documents = [.. Documents()];
        Assert.True(documents.Length >= 15, $"only {documents.Length} documents were found");
        string[] broken =
        [
            .. from document in documents
               from Match link in RelativeLink().Matches(File.ReadAllText(document))
               let target = link.Groups["path"].Value.Split('#')[0]
               where target.Length > 0 && !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
               select $"{RepositoryRoot.Relative(document)}: {target}",
        ];
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_path_of_the_repository_named_in_code_style_exists()
    {
        string[] broken =
        [
            .. from document in Documents()
               where !document.EndsWith("CHANGELOG.md", StringComparison.Ordinal)
               from Match path in NamedPath().Matches(File.ReadAllText(document))
               where !Path.Exists(RepositoryRoot.PathTo(path.Groups["path"].Value))
               select $"{RepositoryRoot.Relative(document)}: {path.Groups["path"].Value}",
        ];
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_decision_is_in_the_index_of_decisions()
    {
        string index = File.ReadAllText(RepositoryRoot.PathTo("docs/adr/README.md"));
        string[] decisions = [.. Directory.EnumerateFiles(RepositoryRoot.PathTo("docs/adr"), "0*.md").Select(file => Path.GetFileName(file))];
        Assert.True(decisions.Length >= 8);
        Assert.All(decisions, decision => Assert.Contains($"({decision})", index, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tests")]
    [InlineData("samples")]
    public void Every_accepted_text_has_a_test(string folder) => Assert.Empty(DanglingSnapshots.Below(RepositoryRoot.PathTo(folder)));

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        string[] projects = [.. Projects()];
        Assert.True(projects.Length >= 20, $"only {projects.Length} projects were found");
        Assert.All(projects, project => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), project));
    }

    static IEnumerable<string> Documents() => Below("*.md");

    static IEnumerable<string> Projects() => Below("*.csproj");

    static IEnumerable<string> Below(string pattern) => Directory
        .EnumerateFiles(RepositoryRoot.Folder, pattern, SearchOption.AllDirectories)
        .Where(file => !RepositoryRoot.Relative(file).StartsWith("artifacts/", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\((?<path>(?!https?:|mailto:|#)[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RelativeLink();

    [GeneratedRegex(@"`(?<path>(?:src|tests|plugins|samples|config|docs|build)/[A-Za-z0-9_./-]*[A-Za-z0-9_/])`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedPath();
}
