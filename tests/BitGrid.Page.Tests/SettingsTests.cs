using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>Which settings are in force is always in sight.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class SettingsTests(QuietHouse quiet)
{
    [BrowserFact]
    public async Task A_changed_configuration_shows_in_the_header_and_one_click_deeper_what_changed()
    {
        using House house = await House.StartAsync("0.1");
        await using Reader reader = await quiet.Browser.OpenAsync(house);
        ILocator hash = reader.Page.Locator("#config-hash");
        string before = await hash.TextContentAsync() ?? "";

        house.Process.Edit("bitgrid_rules.yaml", "surplus_min_kw: 1.5", "surplus_min_kw: 1.7");
        await house.Process.SignalAsync("-HUP");
        await Assertions.Expect(hash).Not.ToHaveTextAsync(before);

        await hash.ClickAsync();
        await Assertions.Expect(reader.H1).ToHaveTextAsync("Einstellungen");
        ILocator newest = reader.Page.Locator("details[id^=h]").First;
        await newest.Locator("summary").ClickAsync();
        await Assertions.Expect(newest.Locator(".went")).ToContainTextAsync("surplus_min_kw: 1.5");
        await Assertions.Expect(newest.Locator(".came")).ToContainTextAsync("surplus_min_kw: 1.7");
        ILocator row = reader.Page.GetByRole(AriaRole.Row, new() { Name = "rules.R1.surplus_min_kw" });
        await Assertions.Expect(row).ToContainTextAsync("1.7 kW");
        await Assertions.Expect(row).ToContainTextAsync("Überschuss, der zum Start nötig ist.");
    }

    [BrowserFact]
    public async Task The_autonomy_is_chosen_here()
    {
        using House house = await House.StartAsync("0.1");
        await using Reader reader = await quiet.Browser.OpenAsync(house, "settings", Screen.Desktop with { Language = "en" });
        await reader.Page.GetByLabel("How much BitGrid does by itself").SelectOptionAsync("semi");

        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Row, new() { Name = "autonomy" })).ToContainTextAsync("semi");
    }
}
