using System.Globalization;
using System.Text.RegularExpressions;
using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>However many look on, the house decides in time: 50 pages in a long run, a few in a usual one.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed partial class ManyPagesTests(QuietHouse quiet)
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

        using HttpClient client = new() { BaseAddress = house.Address };
        string metrics = await client.GetStringAsync(new Uri("metrics", UriKind.Relative));
        Assert.Equal(Number(metrics, "bitgrid_decision_latency_seconds_count"), Number(metrics, """bitgrid_decision_latency_seconds_bucket{le="1"}"""));
    }

    static double Number(string metrics, string name) =>
        double.Parse(Line().Matches(metrics).Single(line => line.Groups["name"].Value == name).Groups["value"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>\S+) (?<value>\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
