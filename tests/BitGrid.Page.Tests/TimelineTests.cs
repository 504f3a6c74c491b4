using System.Text.RegularExpressions;
using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>The past.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class TimelineTests(QuietHouse quiet)
{
    [BrowserFact]
    public async Task A_filter_leaves_what_is_wanted_and_a_decision_opens_whole()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, "timeline?day=2025-06-08");
        ILocator rows = reader.Page.Locator(".list > li");
        Assert.InRange(await rows.CountAsync(), 50, 150);

        await reader.Page.GetByLabel("Was").SelectOptionAsync("Start");
        await FilteredAsync(reader, "action=Start");
        await Assertions.Expect(reader.Page.Locator(".list > li:not(:has-text('Startet'))")).ToHaveCountAsync(0);
        await reader.Page.GetByLabel("Entschieden von").SelectOptionAsync("R1");
        await FilteredAsync(reader, "action=Start&rule=R1");
        await Assertions.Expect(rows.First).ToContainTextAsync("R1");

        await rows.First.Locator("a").ClickAsync();
        await Assertions.Expect(reader.H1).ToHaveTextAsync("Startet");
        await reader.SeesAsync("R1_START");
        await Assertions.Expect(reader.Page.Locator(".vote")).ToHaveCountAsync(7);
        await reader.SeesAsync("ins Netz verkaufen");
        await reader.Page.GetByText("Der Beleg, wie er aufbewahrt wird").ClickAsync();
        await reader.SeesAsync("\"reason_code\":\"R1_START\"");
    }

    [BrowserFact]
    public async Task The_day_is_drawn_with_its_switches()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, "timeline?day=2025-06-08", Screen.Phone with { Language = "en" });

        Assert.InRange(await reader.Page.Locator(".chart .band").CountAsync(), 2, 50); // one of them is the legend's
        Assert.InRange(await reader.Page.Locator(".chart .mark-start").CountAsync(), 1, 50);
        Assert.Matches("^M[0-9.]+ [0-9.]+L", await reader.Page.Locator(".chart .soc").First.GetAttributeAsync("d") ?? "");
    }

    [BrowserFact]
    public async Task A_day_is_exported_as_a_file()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, "timeline?day=2025-06-08");
        IDownload download = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        string[] lines = await File.ReadAllLinesAsync(await download.PathAsync());

        Assert.Equal("bitgrid-2025-06-07.csv", download.SuggestedFilename);
        Assert.StartsWith("block_id,", lines[0], StringComparison.Ordinal);
        Assert.InRange(lines.Length, 50, 150);
    }

    [BrowserFact]
    public async Task A_day_without_decisions_says_so()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, "timeline?day=2020-01-01");
        await reader.SeesAsync("Von diesem Tag gibt es noch nichts.");
    }

    // Looked at again and again: who waits for the news of an address may come a moment too late for it.
    static async Task FilteredAsync(Reader reader, string filter)
    {
        await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex(Regex.Escape(filter), RegexOptions.None, TimeSpan.FromSeconds(1)));
        await reader.AliveAsync();
    }
}
