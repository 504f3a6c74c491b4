using BitGrid.Host.Cli;
using BitGrid.Host.Recordings;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Recordings;

public sealed class ReadProgressTests
{
    [Fact]
    public void Progress_grows_from_nothing_to_all_while_the_files_are_read()
    {
        InputReport report = new();
        List<double> shares = [report.Progress.Share];

        foreach (object _ in new RecordingReader(Testing.Some.Site(), report).Read(RepositoryRoot.PathTo("samples/days/sample-house-june.csv")))
            shares.Add(report.Progress.Share);

        Assert.Equal(0, shares[0]);
        Assert.Equal(shares.Order(), shares);
        Assert.True(shares.Distinct().Count() >= 3, "read in steps, as buffers are filled");
        Assert.Equal(1, shares[^1]);
    }

    [Theory]
    [InlineData(0, "░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   0 %  2025-06-01")]
    [InlineData(0.5, "████████████████████░░░░░░░░░░░░░░░░░░░░  50 %  2025-06-01")]
    [InlineData(1, "████████████████████████████████████████ 100 %  2025-06-01")]
    public void The_bar_shows_the_share_and_the_day(double share, string bar) =>
        Assert.Equal(bar, ReplayProgress.Bar(share, new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero)));
}
