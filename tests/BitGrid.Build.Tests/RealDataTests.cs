using BitGrid.TestKit;

namespace BitGrid.Build.Tests;

public sealed class RealDataTests
{
    [Fact]
    public void An_absent_data_set_is_named_with_the_way_to_provide_it()
    {
        var reason = RealData.WhyAbsent("no-such-data-set");

        Assert.Contains("no-such-data-set", reason, StringComparison.Ordinal);
        Assert.Contains(RealData.FolderVariable, reason, StringComparison.Ordinal);
        Assert.Equal(reason, new RealDataFactAttribute("no-such-data-set").Skip);
        Assert.Throws<DirectoryNotFoundException>(() => RealData.PathOf("no-such-data-set"));
    }

    [Fact]
    public void A_test_that_needs_no_data_set_is_not_skipped() => Assert.Null(new RealDataFactAttribute().Skip);
}
