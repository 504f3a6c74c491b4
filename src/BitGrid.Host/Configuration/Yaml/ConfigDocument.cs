using System.Collections.Immutable;

namespace BitGrid.Host.Configuration.Yaml;

/// <summary>One configuration file as read.</summary>
/// <param name="File">Path as shown in messages.</param>
/// <param name="Root">Its content; <see langword="null"/> when it cannot be read at all.</param>
/// <param name="Faults">What is wrong with it as YAML.</param>
internal sealed record ConfigDocument(string File, ConfigNode? Root, ImmutableArray<ConfigFault> Faults)
{
    public ConfigMap? Map => Root as ConfigMap;
}
