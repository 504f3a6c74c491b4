using System.Globalization;
using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>However many look on, the house decides in time: 50 pages in a long run, a few in a usual one.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class ManyPagesTests(QuietHouse quiet)
{
    static readonly int Pages = Environment.GetEnvironmentVariable("BITGRID_LONG") == "1" ? 50 : 4;

    [BrowserFact]
    public async Task Open_pages_do_not_delay_a_decision()
    {
        using House house = await House.StartAsync("0.5");
        await using Reader reader = await quiet.Browser.OpenAsync(house);
        for (int i = 1; i < Pages; i++)
        {
            IPage page = await reader.Page.Context.NewPageAsync();
            await page.GotoAsync(i % 2 == 0 ? "" : "timeline", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        }

        int before = house.Process.DecisionLines.Count;
        await house.Process.DecisionsAsync(before + 10);

        // On the house's clock every decision stands at the beginning of its block, and no block is left out.
        DateTime[] times = [.. house.Process.DecisionLines.Skip(before).Select(line => DateTime.Parse(line[(line.IndexOf("INF ", StringComparison.Ordinal) + 4)..][..19], CultureInfo.InvariantCulture))];
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(TimeSpan.FromMinutes(10), pair.Second - pair.First));
    }
}
