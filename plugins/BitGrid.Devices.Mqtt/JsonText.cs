using System.Globalization;
using System.Text.Json;

namespace BitGrid.Devices.Mqtt;

/// <summary>Finds one value in a JSON message.</summary>
static class JsonText
{
    /// <param name="payload">The message.</param>
    /// <param name="path">Keys and indices with dots.</param>
    /// <returns>The value as text; <see langword="null"/> when the message is no JSON or has nothing there.</returns>
    public static string? At(ReadOnlyMemory<byte> payload, string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(payload);
            JsonElement? found = json.RootElement;
            foreach (string key in path.Split('.'))
                found = found is { } parent ? Child(parent, key) : null;
            return found is { } value ? TextOf(value) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static JsonElement? Child(JsonElement parent, string key) => parent.ValueKind switch
    {
        JsonValueKind.Object when parent.TryGetProperty(key, out JsonElement child) => child,
        JsonValueKind.Array when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < parent.GetArrayLength() => parent[index],
        _ => null,
    };

    static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
