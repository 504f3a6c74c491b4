using BitGrid.Host.Live;

namespace BitGrid.Host.Tests.Live;

public sealed class ControllerTests
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_first_decision_comes_as_soon_as_the_readings_are_there()
    {
        await using LiveHouse house = new LiveHouse(start: LiveHouse.Noon.AddMinutes(3)).Begin();
        Assert.Equal((DecisionTrigger.Startup, DecisionAction.Start), (house.Last.Trigger, house.Last.Action));
        Assert.True(house.Miner.Level > 0);
    }

    [Fact]
    public async Task Without_readings_the_first_decision_waits_and_then_starts_nothing()
    {
        await using LiveHouse house = new();
        house.Controller.Start();
        house.Time.Advance(TimeSpan.FromSeconds(2));
        house.Settle();
        Assert.Empty(house.Journal.Decisions);

        house.Time.Advance(TimeSpan.FromSeconds(2));
        house.Settle();
        Assert.Equal((DecisionTrigger.Startup, DecisionAction.Hold), (house.Last.Trigger, house.Last.Action));
        Assert.Equal(0, house.Miner.Level);
    }

    [Fact]
    public async Task Every_block_is_decided_once_and_at_its_beginning()
    {
        await using LiveHouse house = new LiveHouse().Begin().RunBlocks(6);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => LiveHouse.Noon.AddMinutes(10 * i)), house.Ticks.Select(tick => tick.Time));
        Assert.All(house.Ticks.Skip(1), tick => Assert.Equal(DecisionTrigger.BlockTick, tick.Trigger));
    }

    [Fact]
    public async Task A_load_is_told_again_at_every_block_so_that_a_dead_man_switch_stays_on()
    {
        await using LiveHouse house = new LiveHouse().Begin().RunBlocks(3);
        Assert.Equal(4, house.Miner.Commands.Count);
        Assert.All(house.Miner.Commands, sent => Assert.Equal((true, TimeSpan.FromMinutes(15)), (sent.Command.Run, sent.Command.ValidFor)));
        Assert.Single(house.Miner.Commands.Select(sent => sent.Command.Id).Distinct());
    }

    [Fact]
    public async Task A_hot_miner_is_stopped_by_the_message_that_tells_of_it()
    {
        await using LiveHouse house = new LiveHouse().Begin().Run(4 * Minute);
        house.Tell(Reading.MinerTempC, 85);
        Assert.Equal((DecisionTrigger.SafetyAsync, DecisionAction.Stop, "R3_OVER_TEMPERATURE"), (house.Last.Trigger, house.Last.Action, house.Last.Reason.Code));
        Assert.Equal(0, house.Miner.Level);
        Assert.Equal(LiveHouse.Noon.AddMinutes(4), house.Last.Time);
    }

    [Fact]
    public async Task Just_below_the_limit_it_is_slowed_down_once_a_minute()
    {
        await using LiveHouse house = new LiveHouse().Begin().Run(4 * Minute);
        int level = house.Miner.Level;
        house.TempC = 84.9;
        house.Run(Minute - TimeSpan.FromSeconds(20));
        Assert.Equal(level - 1, house.Miner.Level);
        house.Run(Minute);
        Assert.Equal(level - 2, house.Miner.Level);
    }

    [Fact]
    public async Task A_miner_that_falls_silent_is_stopped_between_the_ticks()
    {
        await using LiveHouse house = new LiveHouse().Begin().RunBlocks(1).Run(Minute);
        house.MinerSpeaks = false;
        house.Run(TimeSpan.FromSeconds(50));
        Assert.True(house.Miner.Level > 0);
        house.Run(TimeSpan.FromSeconds(30));
        Assert.Equal((DecisionTrigger.SafetyAsync, DecisionAction.Stop, 0), (house.Last.Trigger, house.Last.Action, house.Miner.Level));
    }

    [Fact]
    public async Task One_absurd_reading_is_no_reason_to_stop_and_is_told()
    {
        await using LiveHouse house = new LiveHouse().Begin().RunBlocks(1);
        house.Tell(Reading.MinerTempC, -273);
        house.Tell(Reading.MinerTempC, 999);
        Assert.True(house.Miner.Level > 0);
        Assert.Contains(house.Health.Problems, problem => problem is { Code: "implausible_reading", Subject: "miner_temp_c" });
        house.Tell(Reading.MinerTempC, 55);
        Assert.Empty(house.Health.Problems);
    }

    [Fact]
    public async Task A_grid_meter_that_falls_silent_forbids_starts_and_says_so_in_the_record()
    {
        await using LiveHouse house = new LiveHouse { PvW = 500 }.Begin().Run(5 * Minute);
        (house.PvW, house.GridW) = (4000, null);
        house.RunBlocks(3);
        Assert.Equal((DecisionAction.Hold, "DATA"), (house.Last.Action, house.Last.DecidingRule));
        Assert.Equal("grid_power_w", Assert.Single(house.Journal.Decisions[^1].Row.State.Stale));
        Assert.Equal(0, house.Miner.Level);
    }

    [Fact]
    public async Task A_grid_meter_that_hangs_at_a_plausible_value_is_found_out()
    {
        await using LiveHouse house = new LiveHouse { PvW = 500, GridW = null }.Begin();
        for (int minute = 0; minute < 75; minute++)
        {
            house.Tell(Reading.GridPowerW, 312.5);
            house.Run(Minute);
        }

        Assert.Contains(house.Health.Problems, problem => problem is { Code: "sensor_frozen", Subject: "grid_power_w" });
        Assert.Equal(DataQuality.Degraded, house.Journal.Decisions[^1].Row.State.Quality);
        house.Tell(Reading.GridPowerW, 313);
        house.Run(TimeSpan.FromSeconds(10));
        Assert.Empty(house.Health.Problems);
    }

    [Fact]
    public async Task Powers_are_means_over_the_block()
    {
        await using LiveHouse house = new LiveHouse { PvW = 1000 }.Begin().Run(5 * Minute);
        house.PvW = 3000;
        house.Run(5 * Minute);
        Assert.InRange(house.Journal.Decisions[^1].Row.State.PvPowerW!.Value, 1950, 2010);
    }
}
