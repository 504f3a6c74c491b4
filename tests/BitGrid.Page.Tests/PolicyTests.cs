using BitGrid.Page.Tests.Support;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>The content policy is strict, and no page needs it to be wider.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class PolicyTests(QuietHouse quiet)
{
    // A reader who hears of something refused fails at the end.
    [BrowserFact]
    public async Task No_page_has_a_style_or_a_script_within_it()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House);
        await reader.GoAsync("timeline?day=2025-06-08");
        await IsCleanAsync(reader);
        await reader.Page.Locator(".list > li a").First.ClickAsync();
        await reader.Page.Locator(".vote").First.WaitForAsync();
        await IsCleanAsync(reader);
        foreach (string path in (string[])["", "value", "devices", "settings", "missing"])
        {
            await reader.GoAsync(path);
            await IsCleanAsync(reader);
        }

        foreach (string path in (string[])["login", "api"])
        {
            await reader.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await IsCleanAsync(reader);
        }
    }

    [BrowserFact]
    public async Task A_style_that_somebody_smuggles_in_is_refused_and_told()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House);
        await reader.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<p id=smuggled style=\"position: fixed\">Your password, please</p>')");

        Assert.Equal("static", await reader.Page.Locator("#smuggled").EvaluateAsync<string>("element => getComputedStyle(element).position"));
        Assert.StartsWith($"{Reader.Refused} style-src", Assert.Single(reader.Complaints, complaint => complaint.StartsWith(Reader.Refused, StringComparison.Ordinal)), StringComparison.Ordinal);
        reader.Complaints.Clear(); // that is what it is about
    }

    static async Task IsCleanAsync(Reader reader)
    {
        string[] found = await reader.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[style], style, script:not([src])')].map(element => element.outerHTML.slice(0, 200))");
        Assert.True(found.Length == 0, $"{reader.Page.Url}: {string.Join(" | ", found)}");
    }
}
