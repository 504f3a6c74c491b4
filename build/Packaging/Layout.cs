using System.Runtime.Versioning;
using BitGrid.TestKit;

namespace BitGrid.Build.Packaging;

/// <summary>The folder <c>bitgrid-X.Y.Z</c> of a platform: what tarball, package and image hold alike.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Layout
{
    // What the repository gives as it is.
    static readonly string[] Shipped = ["config", "setup", "LICENSE", "CHANGELOG.md"];

    static string? _plugins;

    /// <summary>Makes the folder anew from the published programs, the plugins and the files that ship as they are.</summary>
    /// <returns>Its path.</returns>
    public static string Make(Platform platform, Revision revision)
    {
        var folder = Folders.Empty(platform.Folder($"bitgrid-{revision.Version}"));
        Dotnet.Publish("src/BitGrid.Host", platform.Rid, Path.Combine(folder, "bin"));
        var launcher = platform.Folder("launcher");
        Dotnet.Publish("src/BitGrid.Launcher", platform.Rid, launcher);
        File.Copy(Path.Combine(launcher, InstalledTree.Launcher), Path.Combine(folder, "bin", InstalledTree.Launcher));
        Folders.Copy(Plugins(), Path.Combine(folder, "plugins"));
        foreach (var file in Shipped.SelectMany(Tracked))
            Folders.CopyFile(RepositoryRoot.PathTo(file), Path.Combine(folder, file));
        Folders.WriteFile(Path.Combine(folder, "VERSION"), revision.Version + "\n");
        Folders.Normalize(folder, revision.Time);
        return folder;
    }

    // The same for every platform, so they are built once.
    static string Plugins() => _plugins ??= BuildPlugins(Folders.Empty(RepositoryRoot.PathTo("artifacts/package/plugins")));

    static string BuildPlugins(string folder)
    {
        foreach (var plugin in Directory.EnumerateFiles(RepositoryRoot.PathTo("plugins"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            Dotnet.LayOutPlugin(plugin, folder);
        return folder;
    }

    // Only what git knows: a house that was run in the working tree may have left its own files there.
    static string[] Tracked(string path) =>
        Shell.Output("git", "ls-files", "--", path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
