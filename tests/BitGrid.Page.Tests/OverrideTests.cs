using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>A person's wish on the page.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class OverrideTests(QuietHouse quiet)
{
    [BrowserFact]
    public async Task A_wish_is_granted_counts_down_and_can_be_taken_back()
    {
        using House house = await House.StartAsync("0.02");
        await using Reader reader = await quiet.Browser.OpenAsync(house, "", Screen.Phone with { Language = "en" });
        await reader.Page.GetByLabel("By hand for").SelectOptionAsync("2");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();

        await reader.SeesAsync("Set by hand");
        await reader.SeesAsync("min left");
        await Assertions.Expect(reader.H1).ToContainTextAsync("The miner is running");
        await reader.SeesAsync("Set by hand (20 min left)");

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Automatic again" }).ClickAsync();
        await reader.SeesAsync("BitGrid decides by itself again.");
    }

    [BrowserFact]
    public async Task A_wish_against_safety_is_refused_in_plain_words_with_the_rule_one_click_deeper()
    {
        using House house = await House.StartAsync("0.1");
        await using Reader reader = await quiet.Browser.OpenAsync(house);
        await reader.Page.GetByLabel("Von Hand für").SelectOptionAsync("3");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Starten" }).ClickAsync();
        await Assertions.Expect(reader.H1).ToContainTextAsync("Der Miner läuft");
        await house.SayAsync("house/sim/fault", """{"miner": "hot"}""");
        await reader.SeesAsync("Zu heiß (");
        await Assertions.Expect(reader.H1).ToHaveTextAsync("Der Miner ist aus");

        // Its own wish still holds, and safety stands above it: it is taken back, and asked for again.
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Wieder automatisch" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Starten" }).ClickAsync();
        ILocator answer = reader.Page.Locator(".answer.refused");
        await Assertions.Expect(answer).ToContainTextAsync("Geht gerade nicht: ");
        await Assertions.Expect(answer).ToContainTextAsync("°C"); // too hot, or it still cools down: by then it may be either
        await answer.GetByText("Regel").ClickAsync();
        await Assertions.Expect(answer.Locator("code")).ToContainTextAsync("R3 R3_");
    }

    [BrowserFact]
    public async Task Who_has_not_signed_in_reads_but_does_not_switch()
    {
        using House house = await House.StartAsync("0.02");
        await using Reader reader = await quiet.Browser.OpenAsync(house);
        using HttpClient client = new() { BaseAddress = house.Address };
        using HttpResponseMessage set = await client.PutAsync(new Uri("api/v1/session/password", UriKind.Relative),
            new StringContent("""{"new_password": "correct horse battery"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.True(set.IsSuccessStatusCode);

        await reader.GoAsync("");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Anmelden, um von Hand zu schalten" }).ClickAsync();
        await reader.Page.GetByLabel("Passwort").FillAsync("wrong");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
        await reader.SeesAsync("Das ist nicht das Passwort.");
        await reader.Page.GetByLabel("Passwort").FillAsync("correct horse battery");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Starten" })).ToBeEnabledAsync();

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).ClickAsync();
        await reader.SeesAsync("Anmelden, um von Hand zu schalten");
    }
}
