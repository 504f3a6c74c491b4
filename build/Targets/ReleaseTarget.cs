using System.Runtime.Versioning;
using BitGrid.Build.Packaging;
using BitGrid.Build.Packaging.Trust;
using BitGrid.Build.Releasing;
using BitGrid.TestKit;

namespace BitGrid.Build.Targets;

internal sealed class ReleaseTarget() : Target("release", "Make a release in dist/, if every gate is open; otherwise say which is shut, and why")
{
    /// <summary>Where the release notes are written; not in dist/, as the signed list holds all that is there.</summary>
    public const string Notes = "artifacts/release-notes.md";

    const string SampleMonth = "samples/days/sample-house-june.csv";

    public override void Run(IReadOnlyList<string> arguments)
    {
        if (OperatingSystem.IsWindows())
            throw new BuildFailedException("A release needs Linux.");
        Run(Revision.Current());
    }

    [UnsupportedOSPlatform("windows")]
    static void Run(Revision revision)
    {
        string? lastRelease = null;
        // What takes little time is asked first and all at once; what takes long, only when the rest is good.
        Gate.PassAll(
            new("clean tree", Conditions.IsClean),
            new("tag", () => Conditions.IsTagged(revision)),
            new("changelog", () => Changes(revision)),
            new("tools", Conditions.HasTheToolsOfReleases),
            new("key", Conditions.HasAnAllowedKey),
            new("last release", () => lastRelease = Conditions.LastRelease()));
        Gate.PassAll(new Gate("tests", () => Shell.Run("dotnet", "run", "-v", "q", "--project", "build", "--", "test")));

        var built = "";
        Gate.PassAll(new Gate("reproducible", () => built = ReproducibilityProof.Run(revision)));

        var program = BuiltProgram.Unpack(built, revision, Folders.Empty(RepositoryRoot.PathTo("artifacts/candidate")));
        string judgement = "", replay = "";
        Gate.PassAll(
            new("scenarios", () => program.Run("scenarios")),
            new("key figures", () => judgement = Judge(program, lastRelease)),
            new("replay", () => replay = program.Run("replay", "--input", RepositoryRoot.PathTo(SampleMonth), "--lang", "en")),
            new("signature", () => Conditions.IsSigned(built)));

        Folders.Copy(built, Folders.Empty(Delivery.Folder));
        Folders.WriteFile(RepositoryRoot.PathTo(Notes), ReleaseNotes.Write(revision, Conditions.PreviousTag(), Changes(revision), Result(replay), judgement));
        Console.WriteLine($"Released {revision.Version}: dist/, and {Notes}");
    }

    static string Changes(Revision revision) =>
        Changelog.SectionOf(revision.Version, File.ReadAllText(RepositoryRoot.PathTo("CHANGELOG.md")))
        ?? throw new BuildFailedException($"CHANGELOG.md has no section '## {revision.Version}', or nothing stands in it. Say there what changes for the owner of a house.");

    // The release before is what it is held against; the first is held against itself.
    static string Judge(BuiltProgram program, string? lastRelease)
    {
        string[] baseline = lastRelease is { } tarball ? ["--baseline", tarball] : [];
        return program.Run(["gate", "--candidate", program.Folder, "--config", Path.Combine(program.Folder, "config"), "--data", RepositoryRoot.PathTo(SampleMonth), "--lang", "en", .. baseline]);
    }

    // Every change of the month is of no interest; the figures and the fingerprint are.
    static string Result(string replay) => replay[Math.Max(0, replay.LastIndexOf('╭'))..];
}
