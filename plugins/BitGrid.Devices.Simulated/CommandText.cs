using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BitGrid.Devices.Simulated;

/// <summary>Reads a command for a load: a level (<c>2</c>), <c>ON</c>, <c>OFF</c>, or JSON with a level (<c>{"level": 2}</c>).</summary>
static class CommandText
{
    /// <returns>The level; <see langword="null"/> when it is not understood or beyond the load's levels.</returns>
    public static int? Level(ReadOnlyMemory<byte> payload, int levels)
    {
        string text = Encoding.UTF8.GetString(payload.Span).Trim();
        int? level = text.ToUpperInvariant() switch
        {
            "ON" => levels,
            "OFF" => 0,
            _ when text.StartsWith('{') => InJson(payload),
            _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null,
        };
        return level >= 0 && level <= levels ? level : null;
    }

    static int? InJson(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(payload);
            return json.RootElement.TryGetProperty("level", out JsonElement level) && level.ValueKind == JsonValueKind.Number && level.TryGetInt32(out int number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
