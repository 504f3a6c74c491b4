using BitGrid.TestKit;

namespace BitGrid.Build;

/// <summary>One call of a program: what <see cref="Shell"/> runs.</summary>
internal sealed record Invocation(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Where it runs; the repository's folder unless said otherwise.</summary>
    public string Folder { get; init; } = RepositoryRoot.Folder;

    /// <summary>Variables set for the call; a null value takes the variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public override string ToString() => $"{Program} {string.Join(' ', Arguments)}";
}
