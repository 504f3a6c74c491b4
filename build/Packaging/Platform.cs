using BitGrid.TestKit;

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

    /// <summary>File name of its image, an archive that `docker load` takes.</summary>
    public string Image => $"bitgrid-image-{Rid}.tar";

    /// <summary>A folder in which something of this platform is put together.</summary>
    public string Folder(string name) => RepositoryRoot.PathTo($"artifacts/package/{Rid}/{name}");
}
