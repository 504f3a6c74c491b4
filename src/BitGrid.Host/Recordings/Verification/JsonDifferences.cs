using System.Globalization;
using System.Text.Json;

namespace BitGrid.Host.Recordings.Verification;

/// <summary>Finds where two decision lines differ.</summary>
internal static class JsonDifferences
{
    const string Absent = "-";

    // They say where a decision was taken, not what was decided.
    static readonly string[] Environment = ["config_hash", "engine_version"];

    // What an entry of a list is called in a path, so that one more vote does not shift all others.
    static readonly string[] NamingKeys = ["rule", "metric", "path"];

    /// <summary>Path and both values of every field that differs.</summary>
    public static IReadOnlyList<(string Path, string Recorded, string Replayed)> Find(JsonElement recorded, JsonElement replayed) =>
        [.. Between("", recorded, replayed).Where(difference => !Environment.Contains(difference.Path))];

    static IEnumerable<(string Path, string Recorded, string Replayed)> Between(string path, JsonElement? recorded, JsonElement? replayed)
    {
        if (recorded is { } one && replayed is { } other && Children(path, one) is { } left && Children(path, other) is { } right)
            return left.Keys.Union(right.Keys).SelectMany(child => Between(child, Child(left, child), Child(right, child)));
        (string before, string after) = (recorded?.GetRawText() ?? Absent, replayed?.GetRawText() ?? Absent);
        return before == after ? [] : [(path, before, after)];
    }

    static JsonElement? Child(Dictionary<string, JsonElement> children, string path) => children.TryGetValue(path, out JsonElement child) ? child : null;

    static Dictionary<string, JsonElement>? Children(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(property => path.Length == 0 ? property.Name : $"{path}.{property.Name}", property => property.Value),
        JsonValueKind.Array => Entries(path, element),
        _ => null,
    };

    // Two conditions of a vote may speak of the same metric; then their number tells them apart.
    static Dictionary<string, JsonElement> Entries(string path, JsonElement list)
    {
        Dictionary<string, JsonElement> entries = [];
        foreach ((int index, JsonElement entry) in list.EnumerateArray().Index())
        {
            if (!entries.TryAdd($"{path}[{NameOf(entry) ?? Number(index)}]", entry))
                entries.Add($"{path}[{NameOf(entry)} {Number(index)}]", entry);
        }

        return entries;
    }

    static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);

    static string? NameOf(JsonElement entry) => entry.ValueKind == JsonValueKind.Object
        ? NamingKeys.Select(key => entry.TryGetProperty(key, out JsonElement name) ? name.GetString() : null).FirstOrDefault(name => name is not null)
        : null;
}
