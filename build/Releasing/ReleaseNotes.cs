using System.Text.Json.Nodes;
using BitGrid.Build.Packaging;
using BitGrid.TestKit;

namespace BitGrid.Build.Releasing;

/// <summary>What whoever updates wants to know: what changes for him, which settings, and whether it decides as before.</summary>
internal static class ReleaseNotes
{
    const string Schemas = "config/schemas";

    /// <param name="revision">What is released.</param>
    /// <param name="previousTag">Tag of the release before; <see langword="null"/> for the first.</param>
    /// <param name="changes">What the changelog says.</param>
    /// <param name="replay">What the replay of the sample month printed.</param>
    /// <param name="judgement">What the gate printed.</param>
    public static string Write(Revision revision, string? previousTag, string changes, string replay, string judgement) => $"""
        # BitGrid {revision.Version}

        {changes}

        ## Settings
        {(previousTag is null ? "The first release: every setting stands in `bitgrid config schema`." : Differences(previousTag))}

        ## Decisions
        The sample month, played with the configuration as shipped:

        ```
        {replay.Trim()}
        ```

        ```
        {judgement.Trim()}
        ```

        ## Built from
        Commit {revision.Commit}, .NET SDK {Toolchain.Sdk}. `make verify-reproducible` gives the same bytes; how to check a download: docs/verify-download.md.

        """;

    static string Differences(string previousTag)
    {
        string[] lines = [.. Directory.EnumerateFiles(RepositoryRoot.PathTo(Schemas), "*.schema.json").Order(StringComparer.Ordinal).SelectMany(file => DifferencesOf(file, previousTag))];
        return lines is [] ? $"None has changed since {previousTag}." : $"Since {previousTag} (+ new, - gone, ~ changed):\n\n{string.Join('\n', lines.Select(line => $"- {line}"))}";
    }

    static IEnumerable<string> DifferencesOf(string file, string previousTag)
    {
        var name = Path.GetFileName(file);
        var (exitCode, before) = Shell.Capture(new Invocation("git", ["show", $"{previousTag}:{Schemas}/{name}"]));
        var differences = ConfigKeys.Differences(exitCode == 0 ? Keys(before) : [], Keys(File.ReadAllText(file)));
        return differences.Select(difference => $"{name.Replace(".schema.json", ".yaml", StringComparison.Ordinal)}: {difference}");
    }

    static SortedDictionary<string, string> Keys(string schema) => ConfigKeys.Of((JsonObject)JsonNode.Parse(schema)!);
}
