using System.Text.Json.Nodes;

namespace BitGrid.Build.Releasing;

/// <summary>The keys of a configuration file, from its schema: what a release adds, takes away or changes is told to whoever updates.</summary>
internal static class ConfigKeys
{
    /// <summary>Key and what may stand there, for every key of a schema.</summary>
    public static SortedDictionary<string, string> Of(JsonObject schema)
    {
        SortedDictionary<string, string> keys = new(StringComparer.Ordinal);
        Collect(schema, "", schema, keys, depth: 0);
        return keys;
    }

    /// <summary>A line for each key that differs: <c>+ key</c>, <c>- key</c>, <c>~ key: was → is</c>.</summary>
    public static IEnumerable<string> Differences(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        from key in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let was = before.GetValueOrDefault(key)
        let now = after.GetValueOrDefault(key)
        where was != now
        select was is null ? $"+ `{key}` ({now})" : now is null ? $"- `{key}`" : $"~ `{key}`: {was} → {now}";

    // Options that hold options of their own kind do not exist; the depth ends the search all the same.
    static void Collect(JsonObject node, string path, JsonObject root, SortedDictionary<string, string> keys, int depth)
    {
        if (depth > 16)
            return;
        foreach (var (name, child) in Properties(node))
        {
            var key = path.Length == 0 ? name : $"{path}.{name}";
            keys.TryAdd(key, Summary(Resolve(child, root), child));
            Collect(Resolve(child, root), key, root, keys, depth + 1);
        }

        if (node["items"] is JsonObject items)
            Collect(Resolve(items, root), $"{path}[]", root, keys, depth + 1);
        if (node["additionalProperties"] is JsonObject others)
            Collect(Resolve(others, root), $"{path}.*", root, keys, depth + 1);
    }

    static IEnumerable<(string Name, JsonObject Child)> Properties(JsonObject node) =>
        (node["properties"] as JsonObject ?? []).Select(property => (property.Key, (JsonObject)property.Value!));

    // A reference may stand alone, or among alternatives of which the other one is null.
    static JsonObject Resolve(JsonObject node, JsonObject root)
    {
        var reference = (node["oneOf"] as JsonArray ?? [node.DeepClone()]).OfType<JsonObject>().Select(choice => choice["$ref"]?.GetValue<string>()).FirstOrDefault(name => name is not null);
        return reference is null ? node : (JsonObject)root["definitions"]![reference["#/definitions/".Length..]]!;
    }

    static string Summary(JsonObject resolved, JsonObject stated)
    {
        string[] parts =
        [
            .. Part("", resolved["enum"] ?? resolved["type"]),
            .. Part("default ", stated["default"]),
            .. Part("at least ", resolved["minimum"]),
            .. Part("at most ", resolved["maximum"]),
        ];
        return string.Join(", ", parts);
    }

    static IEnumerable<string> Part(string label, JsonNode? value) => value is null ? [] : [label + value.ToJsonString().Trim('"')];
}
