using BitGrid.Host.Tuning;

namespace BitGrid.Host.Tests.Scale;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("rules.R5.hold_blocks=0..4", "rules.R5.hold_blocks=0,1,2,3,4")]
    [InlineData("k=1..2:0.5", "k=1,1.5,2")]
    [InlineData("k=0..0.3:0.1", "k=0,0.1,0.2,0.3")]
    [InlineData("k=-1..1", "k=-1,0,1")]
    [InlineData("k=5..5", "k=5")]
    [InlineData("k=1..2:0.6", "k=1,1.6")]
    [InlineData("policy=hodl-first, adaptive", "policy=hodl-first,adaptive")]
    [InlineData("k=1.50,1.5,2", "k=1.5,2")]
    [InlineData("k=null,18", "k=null,18")]
    public void Lists_and_ranges_are_read(string text, string values) => Assert.Equal(values, Parameter.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("=1")]
    [InlineData("k=")]
    [InlineData("k=1,,2")]
    [InlineData("k=2..1")]
    [InlineData("k=1..")]
    [InlineData("k=..1")]
    [InlineData("k=1..2:0")]
    [InlineData("k=1..2:-1")]
    [InlineData("k=1..2..3")]
    [InlineData("k=a..b")]
    [InlineData("k=0..10000")]
    public void What_names_no_values_is_refused(string text) => Assert.Null(Parameter.Parse(text));

    [Fact]
    public void Every_combination_comes_once_the_last_parameter_fastest() =>
        Assert.Equal(["1 a", "1 b", "2 a", "2 b"], Space("x=1,2", "y=a,b").Points(random: null, seed: 1).Select(values => string.Join(' ', values)));

    [Fact]
    public void A_seed_picks_the_same_points_again_and_another_seed_others()
    {
        ParameterSpace space = Space("x=0..99", "y=0..99");
        string[] one = Texts(space.Points(20, seed: 1));
        Assert.Equal(20, one.Distinct().Count());
        Assert.Equal(one, Texts(space.Points(20, seed: 1)));
        Assert.NotEqual(one, Texts(space.Points(20, seed: 2)));
    }

    [Fact]
    public void More_points_than_there_are_means_all() => Assert.Equal(4, Space("x=1,2", "y=a,b").Points(5, seed: 1).Count);

    static string[] Texts(IEnumerable<System.Collections.Immutable.ImmutableArray<string>> points) => [.. points.Select(values => string.Join(' ', values))];

    static ParameterSpace Space(params string[] parameters) => new([.. parameters.Select(text => Parameter.Parse(text)!)]);
}
