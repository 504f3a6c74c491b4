using System.Diagnostics;
using System.Globalization;
using BitGrid.Host.Recordings;
using BitGrid.Host.Store;
using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>However many look on, the house decides in time.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class ManyPagesTests(QuietHouse quiet)
{
    const int Pages = 50;
    const int PagesAtOnce = 7;
    const int RequestsPerSecond = 100;
    const int Ticks = 3;
    const double BlocksPerSecond = 0.25;

    static readonly TimeSpan BlockLasts = TimeSpan.FromSeconds(1 / BlocksPerSecond);

    // By the clock on the wall, from the moment a decision is due until it is on the disk. Beside the house the machine runs a browser
    // with fifty pages, and other work: that is given for. A house that its readers hold up takes longer by far.
    static readonly TimeSpan InTime = TimeSpan.FromSeconds(1);

    [BrowserFact]
    public async Task Fifty_open_pages_and_a_poller_at_100_requests_a_second_delay_no_tick()
    {
        using House house = await House.StartAsync(BlocksPerSecond.ToString(CultureInfo.InvariantCulture));
        await using Reader reader = await quiet.Browser.OpenAsync(house, "", Screen.Phone with { IsStill = true });
        IPage[] pages = await OpenAllAsync(reader);
        string[] before = await ReadAllAsync(pages);
        int decided = house.Process.DecisionLines.Count;

        using Poller poller = new(house.Address, RequestsPerSecond);
        long began = Stopwatch.GetTimestamp();
        await house.Process.DecisionsAsync(decided + Ticks);
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        int asked = await poller.EndAsync();

        // Everybody was served meanwhile.
        Assert.True(asked >= (int)(took.TotalSeconds * RequestsPerSecond), $"{asked} requests in {took.TotalSeconds:0} s.");
        Assert.All(before.Zip(await ReadAllAsync(pages)), page => Assert.NotEqual(page.First, page.Second));

        // Every block has its decision, and has it once.
        Block[] blocks = [.. house.Process.Timeline.Decisions(new Period(null, null)).Where(decision => decision.Trigger is "Startup" or "BlockTick").Select(decision => decision.Block)];
        Assert.InRange(blocks.Length, Ticks, int.MaxValue);
        Assert.Equal(Enumerable.Range(0, blocks.Length).Select(i => blocks[0].Plus(i)), blocks);

        // The house measures it by its own clock. That clock rather slows down than let a message come too late, so its pace counts, too.
        TimeSpan slowest = poller.SlowestDecision / (BlocksPerSecond * Block.Seconds);
        Assert.True(slowest <= InTime, $"A decision took {slowest.TotalMilliseconds:0} ms.");
        Assert.True(took <= 3 * Ticks * BlockLasts, $"{Ticks} blocks of {BlockLasts.TotalSeconds} s took {took.TotalSeconds:0} s.");
    }

    static async Task<IPage[]> OpenAllAsync(Reader reader)
    {
        List<IPage> pages = [reader.Page];
        foreach (int[] some in Enumerable.Range(1, Pages - 1).Chunk(PagesAtOnce))
        {
            pages.AddRange(await Task.WhenAll(some.Select(async number =>
            {
                IPage page = await reader.Page.Context.NewPageAsync();
                await page.GotoAsync(number % 2 == 0 ? "" : "devices", new() { WaitUntil = WaitUntilState.Commit });
                return page;
            })));
        }

        return [.. pages];
    }

    // What stands on every page, once it is alive.
    static async Task<string[]> ReadAllAsync(IEnumerable<IPage> pages)
    {
        List<string> texts = [];
        foreach (IPage page in pages)
            texts.Add(await page.Locator("main[data-alive]").InnerTextAsync());
        return [.. texts];
    }
}
