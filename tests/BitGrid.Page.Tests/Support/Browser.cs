using Microsoft.Playwright;

namespace BitGrid.Page.Tests.Support;

/// <summary>One Chromium for all tests. It is the machine's own; nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    const string Program = "/usr/bin/chromium";

    // Generous: the machine may be busy with other tests.
    const float Patience = 60_000;

    IPlaywright? _driver;
    IBrowser? _browser;

    /// <summary>What is missing to run one; <see langword="null"/> when nothing is.</summary>
    public static string? Missing => File.Exists(Program) ? null : "needs a browser: apt-get install chromium";

    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;
        _driver = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--process-per-site", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Opens a page of a house as one reader sees it.</summary>
    internal async Task<Reader> OpenAsync(House house, string path = "", Screen? screen = null)
    {
        screen ??= Screen.Desktop;
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            BaseURL = house.Address.ToString(),
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = screen.IsStill ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(Patience);
        await context.AddInitScriptAsync($"document.addEventListener('securitypolicyviolation', refused => console.error('{Reader.Refused} ' + refused.violatedDirective + ' ' + refused.blockedURI))");
        if (screen.Language != "de")
            await context.AddCookiesAsync([new() { Name = "bitgrid_language", Value = screen.Language, Url = house.Address.ToString() }]);
        Reader reader = new(context, await context.NewPageAsync());
        await reader.GoAsync(path);
        return reader;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _driver?.Dispose();
    }
}
