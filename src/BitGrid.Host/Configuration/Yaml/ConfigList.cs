using System.Collections.Immutable;

namespace BitGrid.Host.Configuration.Yaml;

/// <summary>A list of values.</summary>
internal sealed record ConfigList(Position At, ImmutableArray<ConfigNode> Items) : ConfigNode(At);
