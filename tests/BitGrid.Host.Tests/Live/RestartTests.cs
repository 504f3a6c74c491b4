using BitGrid.Engine.Replay;

namespace BitGrid.Host.Tests.Live;

public sealed class RestartTests
{
    [Fact]
    public async Task A_restart_within_a_block_decides_nothing_again_and_keeps_the_miner_running()
    {
        MemoryJournal journal = new();
        await using (LiveHouse before = new LiveHouse(journal).Begin().RunBlocks(1).Run(TimeSpan.FromMinutes(2)))
            Assert.True(before.Miner.Level > 0);
        int decisions = journal.Decisions.Count;

        await using LiveHouse after = new(journal, LiveHouse.Noon.AddMinutes(13));
        after.Miner.Level = 3;
        after.Begin();
        Assert.Equal(decisions, journal.Decisions.Count);
        Assert.True(after.Miner.Commands.Single().Command.Run);
        after.RunBlocks(2);
        Assert.Equal(decisions + 2, journal.Decisions.Count);
        Assert.Equal(3, after.Miner.Level);
    }

    [Fact]
    public async Task A_crash_in_any_block_does_not_change_what_is_decided_later()
    {
        string[] whole = await LinesAsync(restartAfterBlocks: null);
        for (int blocks = 0; blocks < 8; blocks++)
            Assert.Equal(whole, await LinesAsync(blocks));
    }

    [Fact]
    public async Task A_miner_that_fell_off_while_nobody_watched_is_found_off()
    {
        MemoryJournal journal = new();
        await using (new LiveHouse(journal).Begin().RunBlocks(1))
        {
        }

        await using LiveHouse after = new LiveHouse(journal, LiveHouse.Noon.AddHours(1)).Begin();
        Assert.Equal(DecisionTrigger.Startup, after.Last.Trigger);
        Assert.Equal(new LoadStatus(false, 0, 0), after.Last.PreviousState);
        Assert.Contains(journal.Events, happened => happened.Code == "load_changed_by_itself");
    }

    [Fact]
    public async Task A_wish_outlives_a_restart_with_its_remaining_time()
    {
        MemoryJournal journal = new();
        await using (LiveHouse before = new LiveHouse(journal) { PvW = 500 }.Begin())
            Assert.Null(before.Controller.Ask("test", "miner", run: true, level: 1, blocks: 3).Refusal);

        await using LiveHouse after = new(journal, LiveHouse.Noon.AddMinutes(11)) { PvW = 500 };
        after.Miner.Level = 1;
        after.Begin();
        Assert.Equal(("OVERRIDE", 1), (after.Last.DecidingRule, after.Miner.Level));
        after.RunBlocks(1);
        Assert.Equal("OVERRIDE", after.Last.DecidingRule);
        after.RunBlocks(1);
        Assert.NotEqual("OVERRIDE", after.Last.DecidingRule);
    }

    // A day in which much happens, as canonical lines of the ticks; with a restart in it, if wanted.
    static async Task<string[]> LinesAsync(int? restartAfterBlocks)
    {
        MemoryJournal journal = new();
        LiveHouse house = new LiveHouse(journal).Begin();
        for (int block = 0; block < 10; block++)
        {
            (house.PvW, house.SocPct) = (block is 3 or 4 ? 1200 : 4000, block is 6 or 7 ? 30 : 60);
            house.RunBlocks(1);
            if (block == restartAfterBlocks)
                house = await RestartAsync(house, journal);
        }

        await house.DisposeAsync();
        return [.. journal.Decisions.Where(decision => !decision.Row.IsBetweenTicks)
            .Select(decision => System.Text.Encoding.UTF8.GetString(DecisionLine.Essence(decision.Line.Span)))];
    }

    static async Task<LiveHouse> RestartAsync(LiveHouse house, MemoryJournal journal)
    {
        await house.DisposeAsync();
        LiveHouse next = new(journal, house.Time.GetUtcNow()) { PvW = house.PvW, SocPct = house.SocPct };
        next.Miner.Level = house.Miner.Level;
        return next.Begin();
    }
}
