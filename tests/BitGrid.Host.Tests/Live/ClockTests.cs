namespace BitGrid.Host.Tests.Live;

public sealed class ClockTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task After_a_step_of_an_hour_nothing_is_decided_twice_and_one_block_starts_nothing(int hours)
    {
        await using LiveHouse house = new LiveHouse { PvW = 500 }.Begin().RunBlocks(2);
        house.Time.SetWallClock(TimeSpan.FromHours(hours));
        house.Run(TimeSpan.FromSeconds(10));
        Assert.Contains(house.Journal.Events, happened => happened.Code == "time_drift_detected");

        house.PvW = 4000;
        house.RunBlocks(9);
        long[] ticks = [.. house.Ticks.Select(tick => tick.Block.Id)];
        Assert.Equal(ticks.Distinct().Order(), ticks);
        DecisionRecord first = house.Ticks.First(tick => tick.Block.Id > Block.At(LiveHouse.Noon).Id + 2);
        Assert.Equal((DecisionAction.Hold, "DATA"), (first.Action, first.DecidingRule));
        Assert.Contains(house.Journal.Events, happened => happened.Code == "resynced");
        Assert.DoesNotContain(house.Health.Problems, problem => problem.Code == "time_drift_detected");
        Assert.True(house.Miner.Level > 0);
    }

    [Fact]
    public async Task While_the_clock_repeats_an_hour_a_hot_miner_is_stopped_all_the_same()
    {
        await using LiveHouse house = new LiveHouse().Begin().RunBlocks(1);
        house.Time.SetWallClock(TimeSpan.FromHours(-1));
        house.Run(TimeSpan.FromMinutes(15));
        house.Tell(Reading.MinerTempC, 90);
        Assert.Equal((DecisionAction.Stop, 0), (house.Last.Action, house.Miner.Level));
    }

    [Theory]
    [InlineData("2025-03-30T00:00:00Z")]
    [InlineData("2025-10-26T00:00:00Z")]
    public async Task The_nights_when_clocks_change_have_144_blocks_like_every_other(string midnight)
    {
        await using LiveHouse house = new LiveHouse(start: DateTimeOffset.Parse(midnight, System.Globalization.CultureInfo.InvariantCulture)) { PvW = 0, GridW = 1000 }.Begin();
        house.RunBlocks(Block.PerDay - 1);
        Assert.Equal(Block.PerDay, house.Ticks.Select(tick => tick.Block).Distinct().Count());
        Assert.Equal(Block.PerDay, house.Ticks.Count());
    }

    [Fact]
    public async Task A_clock_that_drifts_by_four_seconds_is_trusted()
    {
        await using LiveHouse house = new LiveHouse().Begin();
        house.Time.SetWallClock(TimeSpan.FromSeconds(4));
        house.RunBlocks(1);
        Assert.DoesNotContain(house.Journal.Events, happened => happened.Code == "time_drift_detected");
    }
}
