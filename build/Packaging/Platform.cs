namespace BitGrid.Build.Packaging;

/// <summary>A kind of machine that BitGrid is delivered for, with the names that .NET, Debian and container registries give it.</summary>
/// <param name="Rid">.NET's name.</param>
/// <param name="Architecture">The name that Debian and container registries share.</param>
/// <param name="Tarball">File name of its tarball.</param>
internal sealed record Platform(string Rid, string Architecture, string Tarball)
{
    /// <summary>The Raspberry Pi: what is meant when nothing else is said.</summary>
    public static Platform Arm64 { get; } = new("linux-arm64", "arm64", "bitgrid-core.tar.gz");

    public static Platform X64 { get; } = new("linux-x64", "amd64", "bitgrid-core-linux-x64.tar.gz");

    public static IReadOnlyList<Platform> All { get; } = [Arm64, X64];
}
