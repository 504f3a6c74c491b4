using BitGrid.Page.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BitGrid.Page.Tests;

/// <summary>Everybody can use it: WCAG AA as axe checks it, the keyboard, still pictures.</summary>
[Collection(OneBrowser.Name)]
[Trait("Category", "Slow")]
public sealed class AccessibilityTests(QuietHouse quiet)
{
    [BrowserTheory]
    [InlineData("de", false)]
    [InlineData("en", true)]
    public async Task No_page_has_a_violation(string language, bool isDark)
    {
        List<string> violations = [];
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, "", (isDark ? Screen.Phone : Screen.Desktop) with { Language = language, IsDark = isDark, IsStill = true });
        foreach (string path in (string[])["", "timeline?day=2025-06-08", "value", "devices", "settings", "missing"])
        {
            await reader.GoAsync(path);
            violations.AddRange(await ViolationsAsync(reader, path));
        }

        await reader.Page.GotoAsync("login", new() { WaitUntil = WaitUntilState.Load }); // never alive: it needs no connection
        violations.AddRange(await ViolationsAsync(reader, "login"));
        Assert.Empty(violations);
    }

    [BrowserFact]
    public async Task A_decision_has_no_violation_with_everything_opened()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House, "timeline?day=2025-06-08");
        await reader.Page.Locator(".list > li a").First.ClickAsync();
        await reader.Page.Locator(".vote").First.WaitForAsync();
        await reader.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        Assert.Empty(await ViolationsAsync(reader, "decision"));
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_everything_in_the_order_of_reading()
    {
        await using Reader reader = await quiet.Browser.OpenAsync(quiet.House);
        List<string> stops = [];
        for (int i = 0; i < 12; i++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            stops.Add(await reader.Page.EvaluateAsync<string>("(document.activeElement.textContent || document.activeElement.tagName).trim().split('\\n')[0].trim()"));
        }

        Assert.Equal("Zum Inhalt", stops[0]);
        Assert.Equal(["Jetzt", "Verlauf", "Ertrag", "Geräte", "Einstellungen"], stops[2..7]);
        Assert.Contains("Starten", string.Join('|', stops) + await reader.Page.Locator(".override button").First.TextContentAsync(), StringComparison.Ordinal);

        await reader.Page.Locator(".deeper summary").First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator(".deeper").First).ToHaveAttributeAsync("open", "");
    }

    [BrowserFact]
    public async Task Who_wants_no_motion_gets_none()
    {
        await using Reader moving = await quiet.Browser.OpenAsync(quiet.House);
        Assert.InRange(await AnimationsAsync(moving), 1, 10);
        await using Reader still = await quiet.Browser.OpenAsync(quiet.House, "", Screen.Desktop with { IsStill = true });

        Assert.Equal(0, await AnimationsAsync(still));
    }

    static Task<int> AnimationsAsync(Reader reader) => reader.Page.EvaluateAsync<int>("document.getAnimations().length");

    static async Task<IEnumerable<string>> ViolationsAsync(Reader reader, string path)
    {
        AxeResult result = await reader.Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        return result.Violations.Select(violation => $"/{path}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
    }
}
