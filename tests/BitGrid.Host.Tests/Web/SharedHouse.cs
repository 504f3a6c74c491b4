using System.Text.Json.Nodes;

namespace BitGrid.Host.Tests.Web;

/// <summary>A running house for all tests of a class, for those that leave it as it is.</summary>
public sealed class SharedHouse : IAsyncLifetime
{
    internal WebHouse House { get; private set; } = null!;

    internal JsonNode Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        House = await WebHouse.StartAsync();
        Api = await House.GetAsync("openapi.json");
    }

    public async Task DisposeAsync() => await House.DisposeAsync();
}
