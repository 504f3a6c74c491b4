namespace BitGrid.Host.Tests.Live;

public sealed class OverrideTests
{
    [Fact]
    public async Task A_wish_acts_at_once_and_ends_by_itself()
    {
        await using LiveHouse house = new LiveHouse { PvW = 500 }.Begin().Run(TimeSpan.FromMinutes(2));
        house.Controller.Ask("test", "miner", run: true, level: 2, blocks: 2);
        house.Settle();
        Assert.Equal((DecisionTrigger.Override, DecisionAction.Start, 2), (house.Last.Trigger, house.Last.Action, house.Miner.Level));
        house.RunBlocks(1);
        Assert.True(house.Last.IsOverride);
        house.RunBlocks(1);
        Assert.False(house.Last.IsOverride);
    }

    [Fact]
    public async Task A_wish_that_is_taken_back_ends_with_the_block()
    {
        await using LiveHouse house = new LiveHouse { PvW = 500 }.Begin();
        house.Controller.Ask("test", "miner", run: true, level: 1, blocks: 3);
        house.Controller.TakeBack("test", "miner");
        Assert.True(house.Run(TimeSpan.FromMinutes(9)).Miner.Level > 0);
        house.RunBlocks(1);
        Assert.False(house.Last.IsOverride);
    }

    [Fact]
    public async Task A_wish_is_never_above_safety()
    {
        await using LiveHouse house = new LiveHouse { TempC = 86 }.Begin();
        house.Controller.Ask("test", "miner", run: true, level: 1, blocks: 1);
        house.Settle();
        Assert.Equal(("R3", 0), (house.Last.DecidingRule, house.Miner.Level));
    }

    [Theory]
    [InlineData("heater", true, 1, 1)]
    [InlineData("miner", true, 1, 0)]
    [InlineData("miner", true, 1, 4)]
    [InlineData("miner", true, 4, 1)]
    [InlineData("miner", true, -1, 1)]
    [InlineData("miner", false, 1, 1)]
    public async Task A_wish_that_cannot_be_is_refused_and_recorded(string load, bool run, int level, int blocks)
    {
        await using LiveHouse house = new LiveHouse { PvW = 500 }.Begin();
        string? refusal = house.Controller.Ask("test", load, run, level, blocks).Refusal;
        Assert.NotNull(refusal);
        Assert.Equal(refusal, house.Journal.Requests.Single().Refusal);
        Assert.Equal(0, house.RunBlocks(1).Miner.Level);
    }
}
