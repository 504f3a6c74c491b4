using System.Runtime.Versioning;
using BitGrid.Build.Packaging;
using BitGrid.Build.Packaging.Trust;
using BitGrid.Build.Testing;
using BitGrid.TestKit;

namespace BitGrid.Build.Releasing;

/// <summary>
/// Builds a commit twice, in two fresh clones, under everything that may differ between two people: folder, umask, time, time
/// zone, language. All that is delivered must be the same to the last byte, the signature included.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class ReproducibilityProof
{
    const int LinesOfDifference = 200;

    // No compiler or build server that was started under other circumstances may do the work.
    static readonly Dictionary<string, string?> Alone = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    };

    /// <returns>The folder of the delivery that was proven. The clones, several GB, are gone.</returns>
    /// <exception cref="BuildFailedException">Something differs; what, and where, has been printed. The clones are still there.</exception>
    public static string Run(Revision revision)
    {
        if (MachineTool.Proof.Ensure() is { } missing)
            throw new BuildFailedException(missing);

        var work = Folders.Empty(Path.Combine(Path.GetTempPath(), $"bitgrid-proof-{revision.Commit[..12]}"));
        var key = Environment.GetEnvironmentVariable(SigningKey.Variable) is { Length: > 0 } named ? named : ThrowAwayKey(work);
        var first = Build(revision, Path.Combine(work, "a"), key, "022", [], new() { ["TZ"] = "UTC", ["LC_ALL"] = "C.UTF-8" });
        // Not further: the mirrors' lists are valid for a week.
        var second = Build(revision, Path.Combine(work, "second/in a longer path"), key, "077", ["faketime", "-f", "+29h"], new() { ["TZ"] = "Pacific/Auckland", ["LC_ALL"] = "tr_TR.UTF-8" });
        Compare(first, second);
        var proven = Folders.Empty(RepositoryRoot.PathTo("artifacts/proven"));
        Folders.Copy(first, proven);
        Directory.Delete(work, recursive: true);
        return proven;
    }

    static string Build(Revision revision, string clone, string key, string umask, string[] wrapper, Dictionary<string, string?> environment)
    {
        Shell.RunQuietly("git", "clone", "--quiet", "--no-checkout", RepositoryRoot.Folder, clone);
        Shell.RunQuietly(new Invocation("sh", ["-c", $"umask {umask} && git checkout --quiet {revision.Commit}"]) { Folder = clone });

        Console.WriteLine($"Building {revision.Version} in {clone}, umask {umask}{(wrapper is [] ? "" : $", {string.Join(' ', wrapper)}")}");
        Shell.RunQuietly(new Invocation("sh", ["-c", $"umask {umask} && exec \"$@\"", "sh", .. wrapper, "dotnet", "run", "-v", "q", "--project", "build", "--", "build"])
        {
            Folder = clone,
            Environment = new Dictionary<string, string?>(Alone.Concat(environment)) { [SigningKey.Variable] = key },
        });
        return Path.Combine(clone, "dist");
    }

    static void Compare(string first, string second)
    {
        string[] names = [.. Names(first).Union(Names(second)).Order(StringComparer.Ordinal)];
        var different = names.Where(name => !AreSame(Path.Combine(first, name), Path.Combine(second, name))).ToArray();
        foreach (var name in names.Except(different))
            Console.WriteLine($"the same, {Checksums.Of(Path.Combine(first, name))}  {name}");
        foreach (var name in different)
            Explain(name, Path.Combine(first, name), Path.Combine(second, name));
        if (different is not [])
            throw new BuildFailedException($"Not reproducible: {string.Join(", ", different)}.");
    }

    static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file));

    static bool AreSame(string first, string second) => File.Exists(first) && File.Exists(second) && Checksums.Of(first) == Checksums.Of(second);

    static void Explain(string name, string first, string second)
    {
        Console.WriteLine($"different: {name}");
        var (_, difference) = Shell.Capture(new Invocation("diffoscope", ["--max-report-size", "100000", first, second]));
        foreach (var line in difference.Split('\n').Take(LinesOfDifference))
            Console.WriteLine(line);
    }

    static string ThrowAwayKey(string folder)
    {
        var key = Path.Combine(folder, "key");
        Shell.RunQuietly("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "throw-away", "-f", key);
        return key;
    }
}
