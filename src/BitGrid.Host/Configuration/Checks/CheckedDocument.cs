using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>A file after the check against its schema.</summary>
/// <param name="Document">The file.</param>
/// <param name="Faults">All faults up to here.</param>
/// <param name="Rejected">The values in error; what follows from them is not reported again.</param>
internal sealed record CheckedDocument(ConfigDocument Document, ImmutableArray<ConfigFault> Faults, IReadOnlySet<ConfigNode> Rejected)
{
    /// <summary>A file that is known to fit its schema.</summary>
    public static CheckedDocument Known(ConfigDocument document) => new(document, document.Faults, ImmutableHashSet<ConfigNode>.Empty);

    public string File => Document.File;

    public ConfigMap? Map => Document.Map;

    public bool HasErrors => Document.Root is null || Faults.Any(fault => fault.Severity is FaultSeverity.Error);

    /// <summary>True when nothing in this value is in error.</summary>
    public bool IsSound(ConfigNode node) => node is not ConfigBroken && !Rejected.Contains(node) && node switch
    {
        ConfigMap map => map.Entries.All(entry => IsSound(entry.Value)),
        ConfigList list => list.Items.All(IsSound),
        _ => true,
    };

    /// <summary>The section under a key of the root, if it is one and not in error itself.</summary>
    public ConfigMap? Section(string key) => Map?.Section(key) is { } section && !Rejected.Contains(section) ? section : null;

    /// <summary>A section's sound values; keys in error are left out, an empty section has none.</summary>
    public JsonObject Json(ConfigNode section) => ToJson(section) as JsonObject ?? [];

    JsonNode? ToJson(ConfigNode node) => node switch
    {
        ConfigMap map => new JsonObject(map.Entries.Where(entry => IsSound(entry.Value)).Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        ConfigList list => new JsonArray([.. list.Items.Where(IsSound).Select(ToJson)]),
        ConfigScalar scalar => Value(scalar.Value),
        _ => null,
    };

    static JsonValue? Value(object? value) => value switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        long whole => JsonValue.Create(whole),
        double number => JsonValue.Create(number),
        _ => JsonValue.Create((string)value),
    };
}
