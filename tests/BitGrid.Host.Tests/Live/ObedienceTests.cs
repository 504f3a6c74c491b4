using BitGrid.Host.Live;

namespace BitGrid.Host.Tests.Live;

public sealed class ObedienceTests
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_miner_deaf_to_stop_is_told_again_and_again_and_the_house_is_warned()
    {
        await using LiveHouse house = new LiveHouse().Begin().Run(4 * Minute);
        house.Miner.Deaf = true;
        house.TempC = 90;
        house.Run(3 * Minute);

        Assert.Equal((HealthLevel.Critical, "load_deaf"), (house.Health.Problems[0].Level, house.Health.Problems[0].Code));
        Assert.True(house.Miner.Commands.Count(sent => !sent.Command.Run) >= 3);
        Assert.All(house.Journal.Decisions.Skip(1), decision => Assert.Equal(DecisionAction.Stop, decision.Record.Action));

        (house.Miner.Deaf, house.TempC) = (false, 90);
        house.Run(2 * Minute);
        Assert.Equal(0, house.Miner.Level);
        house.Run(Minute);
        Assert.Empty(house.Health.Problems);
    }

    [Fact]
    public async Task A_miner_that_does_not_start_is_told_to_stay_off()
    {
        await using LiveHouse house = new();
        house.Miner.Deaf = true;
        house.Begin().Run(4 * Minute);
        Assert.Contains(house.Journal.Events, happened => happened.Code == "load_did_not_start");
        Assert.False(house.Miner.Commands[^1].Command.Run);
        Assert.False(house.Controller.Snapshot()[0].Recorded!.Value.Running);
    }

    [Fact]
    public async Task A_miner_that_cannot_be_reached_is_tried_again_until_it_can()
    {
        await using LiveHouse house = new();
        house.Miner.Offline = true;
        house.Begin().Run(Minute);
        Assert.Contains(house.Health.Problems, problem => problem is { Code: "switch_failed", Subject: "test-miner" });
        house.Miner.Offline = false;
        // The next try is made by another thread, which sets its alarm while the house's time goes on.
        for (int i = 0; i < 1000 && house.Miner.Level == 0; i++)
        {
            house.Run(TimeSpan.FromSeconds(10));
            await Task.Delay(1);
        }

        Assert.True(house.Miner.Level > 0);
        Assert.DoesNotContain(house.Health.Problems, problem => problem.Code == "switch_failed");
    }

    [Fact]
    public async Task A_miner_switched_off_by_hand_is_seen_and_taken_as_it_is()
    {
        await using LiveHouse house = new LiveHouse().Begin().Run(4 * Minute);
        house.Miner.Level = 0;
        house.Run(Minute);
        Assert.Contains(house.Journal.Events, happened => happened.Code == "load_changed_by_itself");
        Assert.Equal(new LoadStatus(false, 0, 0), house.Controller.Snapshot()[0].Recorded);
        house.RunBlocks(1);
        Assert.Equal(DecisionAction.Hold, house.Last.Action); // the pause after any stop
    }

    [Fact]
    public async Task After_the_last_word_no_message_starts_the_miner_again()
    {
        await using LiveHouse house = new LiveHouse().Begin().Run(4 * Minute);
        int decisions = house.Journal.Decisions.Count;
        house.Controller.Stop();
        house.Settle();
        Assert.Equal(0, house.Miner.Level);
        house.Speak();
        house.RunBlocks(1);
        Assert.Equal((0, decisions), (house.Miner.Level, house.Journal.Decisions.Count));
    }

    [Fact]
    public async Task A_miner_that_says_it_runs_is_believed_whatever_its_power()
    {
        await using LiveHouse house = new LiveHouse().Begin().Run(4 * Minute);
        house.Tell(Reading.MinerPowerW, 5);
        house.Run(TimeSpan.FromSeconds(5));
        Assert.True(house.Controller.Snapshot()[0].Recorded!.Value.Running);
        Assert.DoesNotContain(house.Journal.Events, happened => happened.Code == "load_changed_by_itself");
    }

    [Fact]
    public async Task A_miner_that_boots_for_two_minutes_is_not_taken_for_dead()
    {
        await using LiveHouse house = new LiveHouse().Begin();
        house.MinerSpeaks = false;
        house.Run(2 * Minute);
        house.MinerSpeaks = true;
        house.Run(2 * Minute);
        Assert.Single(house.Journal.Decisions);
    }
}
