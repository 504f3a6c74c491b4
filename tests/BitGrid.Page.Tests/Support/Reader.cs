using Microsoft.Playwright;

namespace BitGrid.Page.Tests.Support;

/// <summary>A reader in front of a page. What the browser complains of is collected: refused scripts and styles, errors.</summary>
sealed class Reader : IAsyncDisposable
{
    /// <summary>What a complaint begins with when the content policy of the page has refused something.</summary>
    public const string Refused = "Refused by the content policy:";

    readonly IBrowserContext _context;

    public Reader(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            // Lost and refused connections are what some tests are about.
            if (message.Text.StartsWith(Refused, StringComparison.Ordinal))
                Complaints.Add(message.Text);
            else if (message.Type == "error" && !message.Text.Contains("ERR_", StringComparison.Ordinal) && !message.Text.Contains("WebSocket", StringComparison.Ordinal) && !message.Text.Contains("a status of 4", StringComparison.Ordinal))
                Complaints.Add(message.Text);
        };
        page.Dialog += (_, dialog) => Complaints.Add($"A dialog: {dialog.Message}");
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public ILocator H1 => Page.Locator("h1").First;

    /// <summary>Goes to a page and waits until it is alive.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await AliveAsync();
    }

    /// <summary>Waits until the page has its connection.</summary>
    public Task AliveAsync() => Page.Locator("main[data-alive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until a text is seen.</summary>
    public Task SeesAsync(string text) => Page.GetByText(text).First.WaitForAsync();

    public async ValueTask DisposeAsync()
    {
        // What the browser has said so far comes before this answer. What a page says while it is being closed does not count: it may
        // still answer a house that has let go of it.
        await _context.CookiesAsync();
        string[] complaints = [.. Complaints];
        await _context.DisposeAsync();
        Assert.Empty(complaints);
    }
}
