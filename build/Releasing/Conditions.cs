using System.Runtime.Versioning;
using BitGrid.Build.Packaging;
using BitGrid.Build.Packaging.Trust;
using BitGrid.TestKit;

namespace BitGrid.Build.Releasing;

/// <summary>What a release asks of the working tree and of whoever makes it. Each ends with the reason when it is not met.</summary>
internal static class Conditions
{
    /// <summary>Environment variable that names the tarball of the release before: a file, or an address.</summary>
    public const string LastReleaseVariable = "BITGRID_LAST_RELEASE";

    public static void IsClean()
    {
        var changes = Shell.Output("git", "status", "--porcelain");
        Ensure(changes.Length == 0, $"Something is not committed:\n{changes}");
    }

    public static void IsTagged(Revision revision) => Ensure(
        Shell.Output("git", "tag", "--points-at", "HEAD").Split('\n').Contains($"v{revision.Version}"),
        $"The last commit has no tag of its version, so it is {revision.Version}. Tag it, for example: git tag --sign v1.0.0");

    public static void HasTheToolsOfReleases()
    {
        var difference = Toolchain.Difference();
        Ensure(difference is null, $"Releases are built with the same tools everywhere; {difference}");
    }

    public static void HasAnAllowedKey()
    {
        using var key = SigningKey.OfEnvironment();
        Ensure(key is not null, $"{SigningKey.Variable} names no file with a private key.");
        var file = Path.GetFullPath(key!.File);
        Ensure(File.Exists(file), $"{file}, named by {SigningKey.Variable}, does not exist.");
        Ensure(!file.StartsWith(RepositoryRoot.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal), $"{file} lies in the repository. A private key has no business there: move it, and make a new one if it was ever pushed.");
        var publicKey = Shell.Output("ssh-keygen", "-y", "-f", file).Split(' ')[1];
        Ensure(File.ReadAllText(RepositoryRoot.PathTo(Signature.AllowedSigners)).Contains(publicKey, StringComparison.Ordinal), $"{Signature.AllowedSigners} does not list the public key of this key: installed versions would refuse the release. docs/release.md tells how to bring in a key.");
    }

    public static void IsSigned(string dist)
    {
        var faults = Checksums.FindFaults(dist);
        Ensure(faults.Count == 0, string.Join("; ", faults));
        Ensure(Signature.IsGood(dist, RepositoryRoot.PathTo(Signature.AllowedSigners)), $"No key of {Signature.AllowedSigners} has signed {Checksums.FileName}.");
    }

    /// <summary>The tag of the release before; <see langword="null"/> for the first.</summary>
    public static string? PreviousTag()
    {
        var (exitCode, tag) = Shell.Capture(new Invocation("git", ["describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^"]));
        return exitCode == 0 ? tag.Trim() : null;
    }

    /// <summary>The file of the tarball of the release before; <see langword="null"/> for the first.</summary>
    [UnsupportedOSPlatform("windows")]
    public static string? LastRelease()
    {
        var tarball = Environment.GetEnvironmentVariable(LastReleaseVariable);
        if (PreviousTag() is not { } tag)
            return null;
        if (Uri.TryCreate(tarball, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return Releasing.LastRelease.Fetch(address, Folders.Empty(RepositoryRoot.PathTo("artifacts/last-release")), RepositoryRoot.PathTo(Signature.AllowedSigners));
        Ensure(File.Exists(tarball), $"{LastReleaseVariable} must name the tarball of {tag} for this machine, a file or an address: the release is held against it.");
        return tarball;
    }

    static void Ensure(bool isSo, string otherwise)
    {
        if (!isSo)
            throw new BuildFailedException(otherwise);
    }
}
