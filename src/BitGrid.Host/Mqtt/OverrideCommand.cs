using System.Text;
using System.Text.Json;

namespace BitGrid.Host.Mqtt;

/// <summary>A wish as it stands in a message.</summary>
/// <param name="Run">True to run, false to stay off; <see langword="null"/> to take an earlier wish back.</param>
/// <param name="Level">Level to run at; 0: as high as the surplus carries.</param>
/// <param name="Blocks">Blocks it holds for; <see langword="null"/>: as long as is allowed.</param>
internal sealed record OverrideCommand(bool? Run, int Level, int? Blocks)
{
    /// <summary>What a message may hold, for those who have to correct one.</summary>
    public const string Expected = """on, off, auto, {"run": true, "level": 0, "blocks": 2} or {"cancel": true}""";

    const int MaxBytes = 1_000;

    /// <returns><see langword="null"/> when the message is none; half a wish is none either.</returns>
    public static OverrideCommand? Read(ReadOnlyMemory<byte> payload) => payload.Length > MaxBytes ? null : Encoding.UTF8.GetString(payload.Span).Trim().ToUpperInvariant() switch
    {
        "ON" => new(Run: true, 0, Blocks: null),
        "OFF" => new(Run: false, 0, Blocks: null),
        "AUTO" => new(Run: null, 0, Blocks: null),
        _ => Json(payload),
    };

    static OverrideCommand? Json(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Json([.. document.RootElement.EnumerateObject()]) : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    // A key that is unknown or there twice is a slip of the pen, and then the rest may be one as well.
    static OverrideCommand? Json(JsonProperty[] keys)
    {
        Dictionary<string, JsonElement> byName = keys.DistinctBy(key => key.Name).ToDictionary(key => key.Name, key => key.Value);
        if (byName.Count != keys.Length)
            return null;
        if (byName.Remove("cancel", out JsonElement cancel))
            return cancel.GetBoolean() && byName.Count == 0 ? new(Run: null, 0, Blocks: null) : null;

        bool? run = byName.Remove("run", out JsonElement wanted) ? wanted.GetBoolean() : null;
        int level = byName.Remove("level", out JsonElement high) ? high.GetInt32() : 0;
        int? blocks = byName.Remove("blocks", out JsonElement @long) ? @long.GetInt32() : null;
        return run is null || byName.Count > 0 ? null : new(run, level, blocks);
    }
}
