namespace BitGrid.Host.Tests.Live;

[Trait("Category", "Slow")]
public sealed class MonthOfFaultsTests
{
    static readonly int Blocks = 31 * Block.PerDay;

    public static TheoryData<uint> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("BITGRID_LONG") == "1" ? 20 : 1).Select(seed => (uint)seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_month_of_random_faults_heats_nothing_decides_no_block_twice_and_none_never(uint seed)
    {
        FaultyMonth month = new(seed);
        await month.LiveAsync(Blocks);

        DecisionRecord[] ticks = [.. month.Journal.Decisions.Where(decision => !decision.Row.IsBetweenTicks).Select(decision => decision.Record)];
        Assert.Equal(month.Lived, ticks.Select(tick => tick.Block.Id));
        Assert.True(month.LongestHeat <= TimeSpan.FromSeconds(Block.Seconds), $"The miner worked at 85 °C or more for {month.LongestHeat}.");

        // It was a hard month, and the miner worked all the same.
        Assert.Equal(Enum.GetValues<MonthFault>().Length, month.Seen.Count);
        Assert.InRange(ticks.Count(tick => tick.NewState.Running), Blocks / 20, Blocks);
        Assert.Contains(month.Journal.Decisions, decision => decision.Record is { Action: DecisionAction.Stop, DecidingRule: "R3", Trigger: DecisionTrigger.SafetyAsync });
    }
}
