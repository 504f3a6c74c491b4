namespace BitGrid.Testing;

/// <summary>Secrets of a device under test, by file name.</summary>
/// <param name="secrets">File and secret.</param>
public sealed class LocalSecrets(params IEnumerable<(string File, string Secret)> secrets) : ISecrets
{
    readonly Dictionary<string, string> _secrets = secrets.ToDictionary(secret => secret.File, secret => secret.Secret, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Read(string file) =>
        _secrets.TryGetValue(file, out string? secret) ? secret : throw new FileNotFoundException($"There is no secret {file}.", file);
}
