using System.Text.RegularExpressions;
using BitGrid.TestKit;

namespace BitGrid.Build.Tests.Releasing;

/// <summary>What was asked of building and releasing is kept: every line of docs/seed-coverage.md names a file and a test, and both exist.</summary>
public sealed partial class SeedCoverageTests
{
    static readonly Row[] Rows = [.. Read()];

    [Fact]
    public void Every_line_names_files_that_exist() =>
        Assert.Empty(Rows.SelectMany(row => row.Files).Where(file => !Path.Exists(RepositoryRoot.PathTo(file))).ToArray());

    [Fact]
    public void Every_line_names_tests_that_exist()
    {
        var tests = string.Concat(Directory.EnumerateFiles(RepositoryRoot.PathTo("tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Empty(Rows.SelectMany(row => row.Tests).Distinct().Where(test => !tests.Contains($" {test}(", StringComparison.Ordinal)).ToArray());
    }

    [Fact]
    public void No_line_is_without_a_file_or_without_a_test()
    {
        Assert.True(Rows.Length >= 28, $"only {Rows.Length} lines were found");
        Assert.DoesNotContain(Rows, row => row.Files.Length == 0 || row.Tests.Length == 0);
    }

    // | what was asked | `file`, `file` | `A_test`, `make target` |
    static IEnumerable<Row> Read() =>
        from line in File.ReadLines(RepositoryRoot.PathTo("docs/seed-coverage.md"))
        where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells[2].Contains('`', StringComparison.Ordinal)
        select new Row(cells[1], Quoted(cells[2]), [.. Quoted(cells[3]).Where(test => !test.StartsWith("make ", StringComparison.Ordinal))]);

    static string[] Quoted(string cell) => [.. CodeStyle().Matches(cell).Select(match => match.Groups["text"].Value)];

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeStyle();

    sealed record Row(string Text, string[] Files, string[] Tests);
}
