namespace BitGrid.Host.Tests.Web;

/// <summary>A running house whose owner has set a password, for all tests of a class, for those that leave it as it is.</summary>
public sealed class GuardedHouse : IAsyncLifetime
{
    internal WebHouse House { get; private set; } = null!;

    public async Task InitializeAsync() => House = await WebHouse.StartAsync(password: true);

    public async Task DisposeAsync() => await House.DisposeAsync();
}
