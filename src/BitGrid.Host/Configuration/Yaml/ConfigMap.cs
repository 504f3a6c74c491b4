using System.Collections.Immutable;

namespace BitGrid.Host.Configuration.Yaml;

/// <summary>A section: keys, each once, in the order of the file.</summary>
internal sealed record ConfigMap(Position At, ImmutableArray<ConfigEntry> Entries) : ConfigNode(At)
{
    public ConfigEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>The section under a key; <see langword="null"/> when there is none, or something else.</summary>
    public ConfigMap? Section(string key) => Find(key)?.Value as ConfigMap;
}
