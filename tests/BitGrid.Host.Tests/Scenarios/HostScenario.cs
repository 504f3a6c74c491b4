using System.Globalization;
using BitGrid.Host.Scenarios;
using BitGrid.Host.Tests.Live;

namespace BitGrid.Host.Tests.Scenarios;

/// <summary>
/// Plays a scenario about the running house against the real controller, clock, recorder and engine. A row is ten minutes of the
/// house's life; what it expects is asked at their end, before the next tick.
/// </summary>
static class HostScenario
{
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    public static async Task<ScenarioResult> PlayAsync(Scenario scenario)
    {
        await using LiveHouse house = new(start: scenario.Start);
        List<ScenarioRow> rows = [];
        foreach (ScenarioStep step in scenario.Steps)
        {
            foreach (string happens in step[ScenarioColumns.Event].Split(',', StringSplitOptions.TrimEntries))
                Befall(house, happens);
            if (rows.Count == 0)
                house.Begin();
            for (int block = 0; block < step.Blocks; block++)
            {
                house.Run(TimeSpan.FromSeconds(Block.Seconds) - Tick);
                rows.Add(new(step, house.Last, Expectation.Difference(scenario, step, house.Last) ?? WireDifference(step, house)));
                house.Run(Tick);
            }
        }

        Assert.Equal(house.Ticks.Select(tick => tick.Block).Distinct().Count(), house.Ticks.Count());
        string why = string.Join("; ", rows.Where(row => row.Difference is not null).Select(row => $"{row.Step[ScenarioColumns.Story]}: {row.Difference}"));
        return new(scenario.Id, scenario.Title, why.Length == 0 ? ScenarioVerdict.Passed : ScenarioVerdict.Failed, why, [.. rows]);
    }

    // What the record says must be what the miner does.
    static string? WireDifference(ScenarioStep step, LiveHouse house) =>
        step.Expect is "runs" or "off" && (step.Expect == "runs") != house.Miner.Level > 0 ? $"the miner is at level {house.Miner.Level}" : null;

    static void Befall(LiveHouse house, string happens)
    {
        switch (happens.Split(' '))
        {
            case ["broker", "lost"]:
                (house.PvW, house.HouseW, house.GridW, house.SocPct, house.PriceCtKwh, house.MinerSpeaks) = (null, null, null, null, null, false);
                break;
            case ["broker", "back"]:
                (house.PvW, house.HouseW, house.GridW, house.SocPct, house.PriceCtKwh, house.MinerSpeaks) = (4000, 1000, -2000, 80, 15, true);
                break;
            case ["clock", var minutes]:
                house.Time.SetWallClock(TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)));
                break;
            case ["dark"]:
                house.PvW = 500;
                break;
            case ["bright"]:
                house.PvW = 4000;
                break;
            default:
                Assert.Equal("", happens);
                break;
        }
    }
}
