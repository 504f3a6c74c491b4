using System.Runtime.Versioning;

namespace BitGrid.Build.Packaging;

/// <summary>A version as package and image put it into the file system: the launcher, the version's slot, the configuration.</summary>
internal static class InstalledTree
{
    public const string Launcher = "bitgrid-launcher";

    /// <summary>Makes it anew in <paramref name="root"/>, which stands for the root of the file system.</summary>
    [UnsupportedOSPlatform("windows")]
    public static void Make(string root, string layout, Revision revision)
    {
        var home = Path.Combine(Folders.Empty(root), "opt/bitgrid");
        var slot = Path.Combine(home, "slots", revision.Version);
        Folders.Copy(layout, slot);
        File.Move(Path.Combine(slot, "bin", Launcher), Path.Combine(home, Launcher));
        Folders.WriteFile(Path.Combine(home, "installed"), revision.Version + "\n");
        Folders.Copy(Path.Combine(layout, "config"), Path.Combine(root, "etc/bitgrid"));
        Folders.Normalize(root, revision.Time);
    }
}
