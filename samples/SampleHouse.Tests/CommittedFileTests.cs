using System.Globalization;
using System.Text;

namespace BitGrid.Samples.SampleHouse.Tests;

public sealed class CommittedFileTests
{
    private static readonly string CommittedFile = Path.Combine(AppContext.BaseDirectory, "sample-house-june.csv");

    [Fact]
    public void The_same_seed_gives_the_bytes_of_the_committed_file()
    {
        byte[] generated = Encoding.UTF8.GetBytes(June.Text(June.Rows));

        Assert.True(
            generated.AsSpan().SequenceEqual(File.ReadAllBytes(CommittedFile)),
            "samples/days/sample-house-june.csv is not what the generator writes. Write it anew with the command in samples/days/README.md and look at the difference.");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_machine_changes_no_byte(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(File.ReadAllText(CommittedFile), June.Text(House.Simulate(June.Seed, June.Start, 30)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Another_seed_gives_another_month() =>
        Assert.NotEqual(June.Text(House.Simulate(June.Seed, June.Start, 1)), June.Text(House.Simulate(June.Seed + 1, June.Start, 1)), StringComparer.Ordinal);

    [Fact]
    public void Every_line_has_a_value_or_an_empty_field_for_every_column_and_no_sentinel()
    {
        string[] lines = File.ReadAllText(CommittedFile).TrimEnd('\n').Split('\n');

        Assert.Equal(1 + 4_320, lines.Length);
        Assert.All(lines, line => Assert.Equal(21, line.Split(',').Length));
        Assert.DoesNotMatch(@",-273\.|NaN|∞|,-0[,.|]", string.Join('\n', lines));
    }
}
