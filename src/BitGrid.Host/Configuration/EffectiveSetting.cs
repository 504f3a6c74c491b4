namespace BitGrid.Host.Configuration;

/// <summary>A setting in force.</summary>
/// <param name="File">Name of the file it belongs to.</param>
/// <param name="Key">The key with its path.</param>
/// <param name="Value">Its value as it would be written there.</param>
/// <param name="Unit">Its unit; empty for a plain number, a word, or null.</param>
/// <param name="Line">Line of the value in the file; <see langword="null"/> for a default.</param>
internal sealed record EffectiveSetting(string File, string Key, string Value, string Unit, int? Line)
{
    /// <summary>Where the value comes from: <c>config.yaml:5</c> or <c>default</c>.</summary>
    public string Source => Line is { } line ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{line}") : "default";
}
