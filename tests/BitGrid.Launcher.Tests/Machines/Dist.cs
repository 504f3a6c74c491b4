using System.Runtime.InteropServices;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>What <c>make build</c> has made.</summary>
static class Dist
{
    /// <summary>The only file of the delivery that matches a pattern such as <c>bitgrid_*_arm64.deb</c>.</summary>
    public static string Find(string pattern)
    {
        string folder = RepositoryRoot.PathTo("dist");
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
        return found.Length == 1 ? found[0] : throw new FileNotFoundException($"{folder}/{pattern}: {found.Length} files. Build them first: make build");
    }

    /// <summary>The package for this machine.</summary>
    public static string Package => Find($"bitgrid_*_{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64")}.deb");

    /// <summary>
    /// Makes the package again under another version.
    /// </summary>
    /// <param name="file">Where.</param>
    /// <param name="version">The version.</param>
    /// <param name="program">A shell script in place of its program; <see langword="null"/>: the program itself.</param>
    public static void Repack(string file, string version, string? program = null)
    {
        string folder = Directory.CreateTempSubdirectory("bitgrid-package-").FullName;
        try
        {
            string root = Path.Combine(folder, "root");
            Command.Run("dpkg-deb", "--raw-extract", Package, root);
            string slots = Path.Combine(root, "opt/bitgrid/slots");
            string slot = Path.Combine(slots, version);
            Directory.Move(Directory.GetDirectories(slots).Single(), slot);
            File.WriteAllText(Path.Combine(slot, "VERSION"), version + "\n");
            File.WriteAllText(Path.Combine(root, "opt/bitgrid/installed"), version + "\n");
            if (program is not null)
                File.WriteAllText(Path.Combine(slot, "bin/bitgrid"), program);
            string control = Path.Combine(root, "DEBIAN/control");
            File.WriteAllLines(control, File.ReadAllLines(control).Select(line => line.StartsWith("Version: ", StringComparison.Ordinal) ? $"Version: {version}" : line));
            Command.Run("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", root, file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
