using BitGrid.Boot;

namespace BitGrid.Launcher.Tests;

public sealed class ReleaseVersionTests
{
    [Fact]
    public void Versions_are_ordered_as_semantic_versioning_has_it()
    {
        string[] ascending =
        [
            "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.9", "1.0.10", "1.2.0", "2.0.0",
        ];
        Assert.Equal(ascending, ascending.Reverse().Select(text => ReleaseVersion.TryParse(text)!).Order(ReleaseVersion.Order).Select(version => version.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("v1.2.3")]
    [InlineData("1.2.x")]
    [InlineData("1.2.-3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-a..b")]
    [InlineData("1.2.3/../../etc")]
    [InlineData("1.2.3-../x")]
    [InlineData("1.2.3-ä")]
    [InlineData("1.2.9999999999")]
    [InlineData("1.2.3 ")]
    public void What_is_no_version_is_no_folder_either(string text) => Assert.Null(ReleaseVersion.TryParse(text));

    [Fact]
    public void A_name_of_64_characters_is_the_longest()
    {
        Assert.NotNull(ReleaseVersion.TryParse("1.2.3-" + new string('a', 58)));
        Assert.Null(ReleaseVersion.TryParse("1.2.3-" + new string('a', 59)));
    }
}
