using System.Globalization;

namespace BitGrid.Host.Tests.Store;

public sealed class WearTests
{
    const long MostBytesPerDay = 20_000_000;

    [Fact]
    [Trait("Category", "Slow")]
    public void A_day_of_decisions_writes_less_than_20_MB()
    {
        using JournalStage stage = new();
        using WriterProgram writer = new(stage.Database, "144");
        string last = "";
        while (writer.ReadLine() is { } line)
            last = line;

        Assert.Equal(Block.PerDay + 2, stage.Count("decisions"));
        // "written A B": A bytes given to the system, B bytes that it counts for the disk (0 where it does not count).
        Assert.StartsWith("written ", last, StringComparison.Ordinal);
        Assert.All(last.Split(' ')[1..], bytes => Assert.InRange(long.Parse(bytes, CultureInfo.InvariantCulture), 0, MostBytesPerDay));
    }
}
