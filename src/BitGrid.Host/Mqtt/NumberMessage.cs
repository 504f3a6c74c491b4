using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BitGrid.Host.Mqtt;

/// <summary>A number in a message: the message itself, or a place in its JSON.</summary>
/// <param name="Kind">What the message says.</param>
/// <param name="Value">The number, finite, if it gives one.</param>
internal readonly record struct NumberMessage(NumberKind Kind, double Value)
{
    static readonly string[] WordsForNone = ["", "nan", "none", "null", "unavailable", "unknown"];

    /// <param name="payload">The message.</param>
    /// <param name="path">Keys and indices; empty when the message is the number.</param>
    public static NumberMessage Read(ReadOnlyMemory<byte> payload, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return Text(Encoding.UTF8.GetString(payload.Span));
        if (payload.Span.Trim(" \t\r\n"u8).IsEmpty)
            return new(NumberKind.None, 0);

        try
        {
            using JsonDocument document = JsonDocument.Parse(payload);
            return Find(document.RootElement, path) is { } found ? Json(found) : new(NumberKind.Silent, 0);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return IsNone(Encoding.UTF8.GetString(payload.Span)) ? new(NumberKind.None, 0) : default;
        }
    }

    static JsonElement? Find(JsonElement element, ReadOnlySpan<string> path)
    {
        foreach (string step in path)
        {
            if (Child(element, step) is not { } child)
                return null;
            element = child;
        }

        return element;
    }

    static JsonElement? Child(JsonElement parent, string step) => parent.ValueKind switch
    {
        JsonValueKind.Object when parent.TryGetProperty(step, out JsonElement member) => member,
        JsonValueKind.Array when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < parent.GetArrayLength() => parent[index],
        _ => null,
    };

    static NumberMessage Json(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.Null => new(NumberKind.None, 0),
        JsonValueKind.Number or JsonValueKind.String => Text(found.ToString()),
        _ => default,
    };

    // A decimal comma is not read: in another place the same text means a thousand times as much.
    static NumberMessage Text(string text) =>
        IsNone(text) ? new(NumberKind.None, 0)
        : double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? new(NumberKind.Given, value)
        : default;

    static bool IsNone(string text) => WordsForNone.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);
}
