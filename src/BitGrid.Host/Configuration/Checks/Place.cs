using BitGrid.Host.Configuration.Yaml;
using NJsonSchema;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>A value of a file, where it stands and what its schema is.</summary>
/// <param name="Path">Its key with all sections.</param>
/// <param name="KeyAt">Where its key begins; for an entry of a list and for the root, where the value begins.</param>
/// <param name="Node">The value.</param>
/// <param name="Schema">Its schema; <see langword="null"/> when its key is unknown.</param>
internal sealed record Place(string Path, Position KeyAt, ConfigNode Node, JsonSchema? Schema);
