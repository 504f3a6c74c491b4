using BitGrid.Page.Tests.Support;

namespace BitGrid.Page.Tests;

/// <summary>A browser, and a house with a day behind it whose blocks now take minutes: for what does not depend on time.</summary>
public sealed class QuietHouse : IAsyncLifetime
{
    const int Day = 60;

    public Browser Browser { get; } = new();

    internal House House { get; } = new();

    public async Task InitializeAsync()
    {
        await Browser.InitializeAsync();
        if (Browser.Missing is not null)
            return;
        House.Process.Start("10");
        await House.Process.DecisionsAsync(Day);
        await House.Process.KillAsync();
        await House.StartAgainAsync("0.01");
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        House.Dispose();
    }
}
