using System.Text.RegularExpressions;
using BitGrid.Build.Packaging.Materials;
using BitGrid.TestKit;

namespace BitGrid.Build.Packaging.Images;

/// <summary>A package of Debian that images stand on, pinned by version and content.</summary>
/// <param name="Architecture">Debian's name of the processor.</param>
internal sealed partial record BasePackage(string Architecture, string Name, string Version, string Sha256)
{
    /// <summary>The list of all of them.</summary>
    public const string LockFile = "setup/docker/base-packages.lock";

    /// <summary>What a .NET program needs below it, and no more: no shell, no package manager.</summary>
    public static IReadOnlyList<string> Names { get; } = ["base-files", "ca-certificates", "gcc-12-base", "libc6", "libgcc-s1", "libicu72", "libssl3", "libstdc++6", "tzdata"];

    /// <summary>The pinned packages of a platform.</summary>
    public static IReadOnlyList<BasePackage> LockedFor(Platform platform) =>
        [.. Parse(File.ReadAllLines(RepositoryRoot.PathTo(LockFile))).Where(package => package.Architecture == platform.Architecture)];

    public static IEnumerable<BasePackage> Parse(IEnumerable<string> lines) =>
        from line in lines
        let match = LockedLine().Match(line)
        where match.Success
        select new BasePackage(match.Groups["arch"].Value, match.Groups["name"].Value, match.Groups["version"].Value, match.Groups["sha"].Value);

    public Component Component => new(Name, Version, $"pkg:deb/debian/{Uri.EscapeDataString(Name)}@{Uri.EscapeDataString(Version)}?arch={Architecture}&distro=debian-12", Sha256: Sha256);

    /// <summary>Its line in the list.</summary>
    public override string ToString() => $"{Architecture} {Name} {Version} {Sha256}";

    [GeneratedRegex("^(?<arch>[a-z0-9]+) (?<name>[a-z0-9.+-]+) (?<version>\\S+) (?<sha>[0-9a-f]{64})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LockedLine();
}
