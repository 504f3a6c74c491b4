using System.Runtime.InteropServices;
using BitGrid.Build.Packaging;

namespace BitGrid.Build.Releasing;

/// <summary>The program of a delivery, unpacked, on this machine.</summary>
/// <param name="folder">Folder <c>bitgrid-X.Y.Z</c>.</param>
internal sealed class BuiltProgram(string folder)
{
    // With the configuration as shipped, whatever the machine is used to.
    static readonly Dictionary<string, string?> Environment = new() { ["LC_ALL"] = "C.UTF-8", ["BITGRID_CONFIG"] = null, ["BITGRID_DATA"] = null, ["BITGRID_PLUGINS"] = null };

    /// <summary>Its folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>Unpacks the tarball for this machine below <paramref name="folder"/>.</summary>
    public static BuiltProgram Unpack(string dist, Revision revision, string folder)
    {
        var platform = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? Platform.Arm64 : Platform.X64;
        Directory.CreateDirectory(folder);
        Shell.RunQuietly("tar", "-xzf", Path.Combine(dist, platform.Tarball), "-C", folder);
        return new(Path.Combine(folder, $"bitgrid-{revision.Version}"));
    }

    /// <summary>What it prints.</summary>
    /// <exception cref="BuildFailedException">It does not end well; the message is what it printed.</exception>
    public string Run(params IReadOnlyList<string> words)
    {
        var (exitCode, output) = Shell.Capture(new Invocation(Path.Combine(Folder, "bin/bitgrid"), words) { Folder = Folder, Environment = Environment });
        return exitCode == 0 ? output : throw new BuildFailedException($"Exit code {exitCode} from: bitgrid {string.Join(' ', words)}\n{output}");
    }
}
