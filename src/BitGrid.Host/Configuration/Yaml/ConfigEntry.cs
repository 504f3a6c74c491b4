namespace BitGrid.Host.Configuration.Yaml;

/// <summary>A key of a section with its value.</summary>
/// <param name="Key">The key as text, whatever it looks like.</param>
/// <param name="At">Where the key begins.</param>
/// <param name="Value">Its value.</param>
internal sealed record ConfigEntry(string Key, Position At, ConfigNode Value);
