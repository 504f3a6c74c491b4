using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace BitGrid.Engine.Replay;

/// <summary>What the rules of a load remember, as one JSON object on one line: rule, then name, then number. The same memories give the same text.</summary>
public static class MemoryJson
{
    /// <summary>Writes memories in their order.</summary>
    public static string Write(ImmutableArray<KeyValuePair<string, RuleMemory>> memories)
    {
        ArrayBufferWriter<byte> text = new(256);
        CanonicalJson json = new(text);
        json.BeginObject();
        foreach ((string rule, RuleMemory memory) in memories)
        {
            json.BeginObject(rule);
            foreach ((string name, double value) in memory.Entries)
                json.Number(name, value);
            json.EndObject();
        }

        json.EndObject();
        json.Flush();
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <returns>False when the text says something else.</returns>
    public static bool TryParse(string text, out ImmutableArray<KeyValuePair<string, RuleMemory>> memories)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            memories = [.. document.RootElement.EnumerateObject().Select(rule => KeyValuePair.Create(rule.Name, MemoryOf(rule.Value)))];
            return true;
        }
        // Not JSON; another kind of value; a number too large; too many numbers.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            memories = default;
            return false;
        }
    }

    /// <summary>A memory as an object of names and numbers.</summary>
    internal static RuleMemory MemoryOf(JsonElement names) =>
        names.EnumerateObject().Aggregate(RuleMemory.Empty, (memory, entry) => memory.With(entry.Name, entry.Value.GetDouble()));
}
