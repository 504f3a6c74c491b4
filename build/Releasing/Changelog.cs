using System.Text.RegularExpressions;

namespace BitGrid.Build.Releasing;

/// <summary>What the changelog says of a version.</summary>
internal static partial class Changelog
{
    /// <summary>The text below the heading of a version; <see langword="null"/> when there is none, or nothing below it.</summary>
    public static string? SectionOf(string version, string changelog)
    {
        var headings = Heading().Matches(changelog);
        var at = headings.FirstOrDefault(heading => heading.Groups["version"].Value == version);
        if (at is null)
            return null;
        var end = headings.FirstOrDefault(heading => heading.Index > at.Index)?.Index ?? changelog.Length;
        return changelog[(at.Index + at.Length)..end].Trim() is { Length: > 0 } text ? text : null;
    }

    // "## 1.2.0" or "## 1.2.0 (2027-03-01)".
    [GeneratedRegex(@"^## (?<version>\S+).*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
