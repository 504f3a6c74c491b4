using System.Text;
using Xunit.Sdk;

namespace BitGrid.TestKit;

/// <summary>One accepted text on disk. A text that differs is written to <c>__mismatch__/</c> beside it.</summary>
internal sealed class SnapshotFile(string path)
{
    public const string FolderName = "__snapshots__";
    public const string Extension = ".snap";

    // A lone surrogate or a byte order mark must not slip through unseen.
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly string _mismatchPath = Path.Combine(Path.GetDirectoryName(path)!, "__mismatch__", Path.GetFileName(path));

    public void Match(string actual, bool accept)
    {
        var text = WithLineFeeds(actual);
        var accepted = File.Exists(path) ? WithLineFeeds(File.ReadAllText(path, Utf8)) : null;
        if (text != accepted && !accept)
        {
            Write(_mismatchPath, text);
            throw new XunitException(accepted is null ? Missing() : Difference(accepted, text));
        }

        if (text != accepted)
            Write(path, text);
        if (File.Exists(_mismatchPath))
            File.Delete(_mismatchPath);
    }

    static string WithLineFeeds(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return lines.EndsWith('\n') ? lines : lines + "\n";
    }

    static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, Utf8);
    }

    string Missing() => $"No snapshot has been accepted yet: {RepositoryRoot.Relative(path)}{Repair()}";

    string Difference(string accepted, string actual)
    {
        var expectedLines = accepted.Split('\n');
        var actualLines = actual.Split('\n');
        var same = expectedLines.Zip(actualLines).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"""
            The text differs from {RepositoryRoot.Relative(path)} in line {same + 1}:
              accepted: {Line(expectedLines, same)}
              now:      {Line(actualLines, same)}{Repair()}
            """);
    }

    static string Line(string[] lines, int index) => index < lines.Length - 1 ? lines[index] : "(end of text)";

    string Repair() =>
        $"""

        The text as it is now: {RepositoryRoot.Relative(_mismatchPath)}
        If it is right, accept it: {Snapshot.AcceptVariable}=1 make test, then read the difference with git diff.
        """;
}
