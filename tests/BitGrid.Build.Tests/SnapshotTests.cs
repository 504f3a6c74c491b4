using BitGrid.TestKit;
using Xunit.Sdk;

namespace BitGrid.Build.Tests;

public sealed class SnapshotTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Accepted => Path.Combine(_folder.Path, "__snapshots__", "Some.Test.snap");

    string Mismatch => Path.Combine(_folder.Path, "__snapshots__", "__mismatch__", "Some.Test.snap");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_is_compared_with_the_file_named_after_the_test() => Snapshot.Match("Grüße\naus Köln");

    [Fact]
    public void A_name_tells_apart_two_snapshots_of_one_test()
    {
        Snapshot.Match("eins", "de");
        Snapshot.Match("one", "en");
    }

    [Fact]
    public void A_text_that_was_never_accepted_fails_and_says_how_to_accept_it()
    {
        var message = Failure("new");

        Assert.Contains("Some.Test.snap", message, StringComparison.Ordinal);
        Assert.Contains("BITGRID_ACCEPT_SNAPSHOTS=1 make test", message, StringComparison.Ordinal);
        Assert.Equal("new\n", File.ReadAllText(Mismatch));
        Assert.False(File.Exists(Accepted));
    }

    [Theory]
    [InlineData("a\nX\nc", "in line 2:", "accepted: b", "now:      X")]
    [InlineData("a\nb", "in line 3:", "accepted: c", "now:      (end of text)")]
    [InlineData("a\nb\nc\nd", "in line 4:", "accepted: (end of text)", "now:      d")]
    [InlineData("a\nb\nc ", "in line 3:", "accepted: c", "now:      c ")]
    [InlineData("", "in line 1:", "accepted: a", "now:      ")]
    public void The_first_line_that_differs_is_shown(string actual, params string[] expectedParts)
    {
        Match("a\nb\nc", accept: true);

        var message = Failure(actual);

        Assert.All(expectedParts, part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.Equal("a\nb\nc\n", File.ReadAllText(Accepted));
    }

    [Fact]
    public void Accepting_replaces_the_text_and_removes_the_mismatch()
    {
        Match("old", accept: true);
        Failure("new");

        Match("new", accept: true);

        Assert.Equal("new\n", File.ReadAllText(Accepted));
        Assert.False(File.Exists(Mismatch));
    }

    [Fact]
    public void Line_ends_of_another_system_are_no_difference()
    {
        Match("a\nb\n", accept: true);

        Match("a\r\nb", accept: false);
    }

    [Fact]
    public void A_snapshot_without_its_test_dangles()
    {
        _folder.Write("Doors.cs", "class Doors { public void Open() { } public async Task Close_it() { } }");
        foreach (var name in (string[])["Doors.Open", "Doors.Open.de", "Doors.Close_it", "Doors.Close", "Windows.Open", "Doors"])
            _folder.Write($"__snapshots__/{name}.snap", "");
        _folder.Write("__snapshots__/__mismatch__/Doors.Gone.snap", "");

        Assert.Equal(
            ["__snapshots__/Doors.Close.snap", "__snapshots__/Doors.snap", "__snapshots__/Windows.Open.snap"],
            DanglingSnapshots.Below(_folder.Path));
    }

    string Failure(string actual) => Assert.Throws<XunitException>(() => Match(actual, accept: false)).Message;

    void Match(string actual, bool accept) => new SnapshotFile(Accepted).Match(actual, accept);
}
