using BitGrid.Host.Shards;

namespace BitGrid.Host.Tests.Scale;

public sealed class ShardTests
{
    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/3", 2, 3)]
    [InlineData("3/3", 3, 3)]
    [InlineData("0/3", 3, 3)]
    public void A_shard_is_read(string text, int number, int count)
    {
        Assert.True(Shard.TryParse(text, out Shard shard));
        Assert.Equal(new Shard(number, count), shard);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("4/3")]
    [InlineData("1/0")]
    [InlineData("0/0")]
    [InlineData("-1/3")]
    [InlineData("1/2/3")]
    [InlineData("1 /3")]
    [InlineData("1/99999999999")]
    public void Anything_else_is_refused(string text) => Assert.False(Shard.TryParse(text, out _));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Every_step_belongs_to_exactly_one_shard(int count)
    {
        Shard[] shards = [.. Enumerable.Range(1, count).Select(number => new Shard(number, count))];
        Assert.All(Enumerable.Range(0, 20_000), step => Assert.Single(shards, shard => shard.Takes(step)));
    }
}
