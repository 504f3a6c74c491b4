namespace BitGrid.Host.Plugins;

/// <summary>What <c>plugin.yaml</c> says.</summary>
/// <param name="Id">Id of the plugin.</param>
/// <param name="Version">Version of the plugin, for people.</param>
/// <param name="MinHost">Lowest host version it fits.</param>
/// <param name="MaxHost">First host version it does not fit any more.</param>
/// <param name="Assemblies">The files it is made of; the first is its own assembly.</param>
internal sealed record PluginManifest(
    string Id, string Version, Version MinHost, Version MaxHost, IReadOnlyList<ManifestFile> Assemblies)
{
    /// <summary>Name of the manifest in a plugin folder.</summary>
    public const string FileName = "plugin.yaml";

    /// <summary>What an id may look like, in words.</summary>
    public const string IdForm = "lower case letters and digits, in parts joined by '.' or '-', for example acme.quiet-hours";

    public static bool IsId(string text) =>
        text.Length > 0 && char.IsAsciiLetterLower(text[0])
        && text.Split('.', '-').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}
