namespace BitGrid.Host.Plugins;

/// <summary>A file of a plugin, as its manifest lists it.</summary>
/// <param name="Name">Path in the plugin folder, with forward slashes.</param>
/// <param name="Sha256">SHA-256 of its content, 64 lower case hexadecimal digits.</param>
internal sealed record ManifestFile(string Name, string Sha256);
