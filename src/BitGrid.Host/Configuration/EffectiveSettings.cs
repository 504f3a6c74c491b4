using System.Text.Json.Nodes;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration;

/// <summary>Lists what is in force, key by key, and where it comes from.</summary>
internal static class EffectiveSettings
{
    /// <param name="file">Name of the file.</param>
    /// <param name="path">The section's path; empty for the whole file.</param>
    /// <param name="settings">The section with its defaults, as JSON.</param>
    /// <param name="written">The section as written; <see langword="null"/> when it is not there.</param>
    public static IEnumerable<EffectiveSetting> Of(string file, string path, JsonObject settings, ConfigNode? written) =>
        settings.SelectMany(setting => Leaves(file, KeyPath.Child(path, setting.Key), setting.Key, setting.Value, (written as ConfigMap)?.Find(setting.Key)?.Value));

    static IEnumerable<EffectiveSetting> Leaves(string file, string path, string key, JsonNode? value, ConfigNode? written) => value switch
    {
        JsonObject section => Of(file, path, section, written),
        JsonArray list when list.Any(item => item is JsonObject) => list.SelectMany((item, index) =>
            Leaves(file, KeyPath.Item(path, index), key, item, (written as ConfigList)?.Items.ElementAtOrDefault(index))),
        _ => [new(file, path, Text(value), value is null ? "" : Units.Of(key), written?.At.Line)],
    };

    static string Text(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray list => "[" + string.Join(", ", list.Select(Text)) + "]",
        JsonValue single when single.TryGetValue(out string? text) => Printable.Text(text, quote: false),
        _ => value.ToJsonString(),
    };
}
