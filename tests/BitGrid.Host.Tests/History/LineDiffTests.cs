using BitGrid.Host.History;

namespace BitGrid.Host.Tests.History;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a\nb\n", "a\nb\n", "")]
    [InlineData("a\nb\nc\n", "a\nc\n", "-2 b")]
    [InlineData("a\nc\n", "a\nb\nc\n", "+2 b")]
    [InlineData("a\nb\nc\n", "a\nB\nc\n", "-2 b|+2 B")]
    [InlineData("", "a\nb", "+1 a|+2 b")]
    [InlineData("a\nb", "", "-1 a|-2 b")]
    [InlineData("a\na\nb\n", "a\nb\nb\n", "-2 a|+3 b")]
    public void The_fewest_lines_come_and_go(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', LineDiff.Of(before, after).Select(line => $"{(line.Came ? '+' : '-')}{line.Line} {line.Text}")));

    [Fact]
    public void A_file_of_a_size_that_nobody_writes_is_taken_to_be_new()
    {
        string large = string.Join('\n', Enumerable.Range(0, 2_001));
        Assert.Equal(2 * 2_001, LineDiff.Of(large, large).Count());
        string fitting = string.Join('\n', Enumerable.Range(0, 2_000));
        Assert.Empty(LineDiff.Of(fitting, fitting));
    }
}
