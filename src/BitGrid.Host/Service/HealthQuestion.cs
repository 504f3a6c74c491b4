using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitGrid.Host.Service;

/// <summary>Asks a running house how it is.</summary>
internal static class HealthQuestion
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="port">Its port on this machine.</param>
    /// <returns>What <see cref="Web.Monitoring.HealthReport"/> tells; <see langword="null"/> when there is no such answer.</returns>
    public static async Task<JsonObject?> AskAsync(int port)
    {
        using HttpClient client = new() { Timeout = Patience };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/healthz"));
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync()) as JsonObject;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }
}
