using System.Runtime.Versioning;
using BitGrid.TestKit;

namespace BitGrid.Build.Packaging;

/// <summary>The folder <c>bitgrid-X.Y.Z</c> of a platform: what a tarball, a package and an image hold alike.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Layout
{
    // What the repository gives as it is. Scenarios are there for `bitgrid gate`, which an update runs before it switches.
    static readonly string[] Shipped = ["config", "scenarios", "setup", "LICENSE", "CHANGELOG.md"];

    /// <summary>Makes the folder anew from a published host, plugins and the files that ship as they are.</summary>
    /// <returns>Its path.</returns>
    public static string Make(Platform platform, Revision revision)
    {
        var folder = RepositoryRoot.PathTo($"artifacts/package/{platform.Rid}/bitgrid-{revision.Version}");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        Dotnet.Publish("src/BitGrid.Host", platform.Rid, Path.Combine(folder, "bin"));
        foreach (var plugin in Projects("plugins"))
            Dotnet.LayOutPlugin(plugin, Path.Combine(folder, "plugins"));
        foreach (var path in Shipped.Where(path => Path.Exists(RepositoryRoot.PathTo(path))))
            Copy(path, folder);
        File.WriteAllText(Path.Combine(folder, "VERSION"), revision.Version + "\n");
        Normalize(folder, revision.Time);
        return folder;
    }

    static IEnumerable<string> Projects(string place) =>
        Directory.EnumerateFiles(RepositoryRoot.PathTo(place), "*.csproj", SearchOption.AllDirectories)
            .Select(RepositoryRoot.Relative)
            .Order(StringComparer.Ordinal);

    // Only what git knows: a house that was run in the working tree may have left its own files there.
    static void Copy(string path, string folder)
    {
        var (_, listed) = Shell.Capture(new Invocation("git", ["ls-files", "--", path]));
        foreach (var file in listed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(RepositoryRoot.PathTo(file), target);
        }
    }

    // Neither the umask nor the time of the build may show.
    static void Normalize(string folder, DateTimeOffset time)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(folder)).ToArray())
        {
            entry.UnixFileMode = FileModes.Of(entry);
            entry.LastWriteTimeUtc = time.UtcDateTime;
        }
    }
}
