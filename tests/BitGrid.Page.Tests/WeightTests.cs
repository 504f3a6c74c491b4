using System.Text.Json;
using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BitGrid.Page.Tests;

/// <summary>The page is light: what a browser that comes for the first time has to fetch.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class WeightTests(QuietHouse quiet, ITestOutputHelper output)
{
    const long MostBytes = 700_000;

    [BrowserFact]
    public async Task The_first_view_fetches_less_than_700_kB_and_nothing_from_elsewhere()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, "missing");
        ICDPSession network = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        long bytes = 0;
        List<string> fetched = [];
        network.Event("Network.loadingFinished").OnEvent += (_, detail) => bytes += (long)detail!.Value.GetProperty("encodedDataLength").GetDouble();
        network.Event("Network.requestWillBeSent").OnEvent += (_, detail) => fetched.Add(detail!.Value.GetProperty("request").GetProperty("url").GetString()!);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });

        await reader.GoAsync("");
        JsonElement paint = await reader.Page.EvaluateAsync<JsonElement>("({ first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, load: performance.timing.loadEventEnd - performance.timing.navigationStart })");
        output.WriteLine($"{bytes} bytes in {fetched.Count} requests; first view after {paint.GetProperty("first").GetDouble():0} ms, loaded after {paint.GetProperty("load").GetDouble():0} ms");

        Assert.InRange(bytes, 10_000, MostBytes);
        Assert.All(fetched, address => Assert.StartsWith(quiet.House.Address.Authority, new Uri(address).Authority, StringComparison.Ordinal));
    }
}
