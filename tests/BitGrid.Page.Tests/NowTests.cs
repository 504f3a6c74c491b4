using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>The first page: what the load does, and why.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class NowTests(QuietHouse quiet)
{
    [BrowserFact]
    public async Task The_story_of_a_day_is_told_without_a_reload()
    {
        using House house = await House.StartAsync("4");
        await using Reader reader = await quiet.Browser.OpenAsync(house);
        await reader.Page.EvaluateAsync("window.sameDocument = true");

        // A summer morning: dear electricity first, then enough sun, and in the evening it is over.
        await Assertions.Expect(reader.H1).ToHaveTextAsync("Der Miner ist aus");
        await reader.SeesAsync("Strom ist gerade zu teuer");
        await reader.SeesAsync("Er startet");
        await Assertions.Expect(reader.H1).ToContainTextAsync("Der Miner läuft auf Stufe");
        await reader.SeesAsync("Er stoppt beim ersten davon");
        await Assertions.Expect(reader.H1).ToHaveTextAsync("Der Miner ist aus");

        Assert.True(await reader.Page.EvaluateAsync<bool>("window.sameDocument"));
    }

    [BrowserFact]
    public async Task Before_a_script_has_run_everything_is_there_to_read()
    {
        using HttpClient client = new() { BaseAddress = quiet.House.Address };
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage answer = await client.SendAsync(request);
        string page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("<h1>Der Miner", page, StringComparison.Ordinal);
        Assert.Contains("Nächste Entscheidung", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Energie jetzt", page, StringComparison.Ordinal);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", page, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Every_rule_shows_its_conditions_and_its_formula_one_click_deeper()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House);
        ILocator price = reader.Page.Locator(".vote").Filter(new() { HasText = "Strompreis" }).First;

        await Assertions.Expect(price.Locator(".gauge")).ToHaveCountAsync(2);
        await Assertions.Expect(price.GetByText("price_ct_kwh")).ToBeHiddenAsync();
        await price.GetByText("Regel und Formel").ClickAsync();
        await Assertions.Expect(price.GetByText("price_ct_kwh")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_language_is_chosen_once_and_remembered()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, "", Screen.Phone);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(reader.H1).ToContainTextAsync("The miner");
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await reader.GoAsync("timeline");
        await Assertions.Expect(reader.H1).ToHaveTextAsync("Timeline");
    }

    [BrowserFact]
    public async Task Light_and_dark_follow_the_device_until_one_is_chosen()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, "", Screen.Desktop with { IsDark = true });
        Assert.Equal("rgb(15, 20, 18)", await GroundAsync(reader));

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "hell" }).ClickAsync();
        await reader.AliveAsync();
        Assert.Equal("rgb(244, 246, 243)", await GroundAsync(reader));
    }

    [BrowserFact]
    public async Task A_phone_shows_everything_without_scrolling_sideways()
    {
        foreach (string path in (string[])["", "timeline", "value", "devices", "settings"])
        {
            await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, path, Screen.Phone);
            Assert.InRange(await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Screen.Phone.Width);
        }
    }

    static Task<string> GroundAsync(Reader reader) => reader.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
