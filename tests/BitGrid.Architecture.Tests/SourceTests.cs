using System.Text.RegularExpressions;

namespace BitGrid.Architecture.Tests;

/// <summary>Files and methods stay small, and a file holds one public type.</summary>
public sealed partial class SourceTests
{
    static readonly (string Path, string[] Lines)[] Files = Code.Files("src", "plugins");

    [Fact]
    public void Most_files_have_fewer_than_250_lines()
    {
        Code.EnsureEnough(Files, 80);
        int[] lengths = [.. Files.Select(file => file.Lines.Length).Order()];

        Assert.InRange(Percentile(lengths, 95), 1, 249);
    }

    [Fact]
    public void No_body_has_more_than_60_lines_and_most_have_fewer_than_30()
    {
        (string Where, int Lines)[] bodies = [.. Files.SelectMany(file => Bodies(file.Path, file.Lines))];
        Code.EnsureEnough(bodies, 100);

        Assert.DoesNotContain(bodies, body => body.Lines > 60);
        Assert.InRange(Percentile([.. bodies.Select(body => body.Lines).Order()], 95), 1, 29);
    }

    [Fact]
    public void A_file_holds_one_public_type()
    {
        var holders = Files.Select(file => (file.Path, Types: file.Lines.Count(line => PublicType().IsMatch(line)))).ToArray();
        Code.EnsureEnough([.. holders.Where(file => file.Types == 1)], 60);

        Assert.Empty(holders.Where(file => file.Types > 1).Select(file => file.Path));
    }

    [Fact]
    public void A_pragma_says_why()
    {
        string[] unexplained =
        [
            .. Code.Files("src", "plugins", "tests", "samples", "build")
                .SelectMany(file => file.Lines.Select((line, i) => (Text: line.Trim(), Where: $"{file.Path}:{i + 1}")))
                .Where(line => line.Text.StartsWith("#pragma warning disable", StringComparison.Ordinal) && !line.Text.Contains("//", StringComparison.Ordinal))
                .Select(line => line.Where),
        ];
        Assert.Empty(unexplained);
    }

    // A body is what stands between two braces on lines of their own, unless they belong to a type. Blocks inside count with it.
    static IEnumerable<(string Where, int Lines)> Bodies(string path, string[] lines)
    {
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "{" || OpensType(lines, i))
                continue;
            string closing = lines[i][..lines[i].IndexOf('{', StringComparison.Ordinal)] + "}";
            int end = Array.FindIndex(lines, i, line => line.StartsWith(closing, StringComparison.Ordinal));
            Assert.True(end > i, $"{path}:{i + 1} opens a brace that nothing closes; is the file formatted?");
            yield return ($"{path}:{i}", end - i - 1);
            i = end;
        }
    }

    // The declaration may take several lines: back to the line after the last blank one, brace or semicolon.
    static bool OpensType(string[] lines, int brace)
    {
        for (int i = brace - 1; i >= 0 && !DeclarationEnd().IsMatch(lines[i]); i--)
        {
            if (TypeKeyword().IsMatch(lines[i]))
                return true;
        }

        return false;
    }

    static int Percentile(int[] sorted, int percent) => sorted[(sorted.Length * percent / 100) - (sorted.Length * percent % 100 == 0 ? 1 : 0)];

    [GeneratedRegex(@"^public (?!const)(\w+ )*(class|struct|record|interface|enum|delegate)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^\s*((public|internal|private|static|sealed|abstract|partial|readonly|ref|file) )*(class|struct|record|interface|enum)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeKeyword();

    [GeneratedRegex(@"^\s*$|[{};]\s*$|^\s*///", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DeclarationEnd();
}
