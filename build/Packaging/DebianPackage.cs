using System.Globalization;
using System.Runtime.Versioning;
using BitGrid.TestKit;

namespace BitGrid.Build.Packaging;

/// <summary>The package for Debian and Raspberry Pi OS, made from the installed tree and <c>setup/debian</c>.</summary>
[UnsupportedOSPlatform("windows")]
internal static class DebianPackage
{
    static readonly string[] Scripts = ["postinst", "prerm", "postrm"];

    /// <returns>File name, as Debian forms it.</returns>
    public static string FileName(Platform platform, Revision revision) => $"bitgrid_{revision.DebianVersion}_{platform.Architecture}.deb";

    public static void Make(Platform platform, Revision revision, string layout, string dist)
    {
        var root = platform.Folder("deb");
        InstalledTree.Make(root, layout, revision);
        foreach (var unit in Directory.EnumerateFiles(Path.Combine(layout, "setup/systemd"), "*.service"))
            Folders.CopyFile(unit, Path.Combine(root, "usr/lib/systemd/system", Path.GetFileName(unit)));
        Folders.CopyFile(Setup("bitgrid"), Path.Combine(root, "usr/bin/bitgrid"));
        Folders.CopyFile(Setup("copyright"), Path.Combine(root, "usr/share/doc/bitgrid/copyright"));
        Folders.CopyFile(Setup("lintian-overrides"), Path.Combine(root, "usr/share/lintian/overrides/bitgrid"));
        WriteChangelog(revision, Path.Combine(root, "usr/share/doc/bitgrid/changelog"));
        WriteControl(platform, revision, root);
        Folders.Normalize(root, revision.Time);

        Shell.RunQuietly(new Invocation("dpkg-deb", ["--root-owner-group", "-Zxz", "-z6", "--threads-max=1", "--build", root, Path.Combine(dist, FileName(platform, revision))])
        {
            Environment = new Dictionary<string, string?> { ["SOURCE_DATE_EPOCH"] = revision.Epoch },
        });
    }

    // In Debian's form; what has changed stands in CHANGELOG.md beside the version.
    static void WriteChangelog(Revision revision, string file)
    {
        var date = revision.Time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
        Folders.WriteFile(file, $"bitgrid ({revision.DebianVersion}) stable; urgency=medium\n\n  * Version {revision.Version}; see CHANGELOG.md in /opt/bitgrid/slots.\n\n -- BitGrid contributors <bitgrid@localhost>  {date}\n");
        Gzip.Compress(file, level: 12);
    }

    static void WriteControl(Platform platform, Revision revision, string root)
    {
        var control = Path.Combine(root, "DEBIAN");
        var sizeKiB = new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => (file.Length + 1023) / 1024);
        Folders.WriteFile(Path.Combine(control, "control"), File.ReadAllText(Setup("control"))
            .Replace("@VERSION@", revision.DebianVersion, StringComparison.Ordinal)
            .Replace("@ARCHITECTURE@", platform.Architecture, StringComparison.Ordinal)
            .Replace("@SIZE@", FormattableString.Invariant($"{sizeKiB}"), StringComparison.Ordinal));
        var configuration = Directory.EnumerateFiles(Path.Combine(root, "etc"), "*", SearchOption.AllDirectories);
        Folders.WriteFile(Path.Combine(control, "conffiles"), string.Concat(configuration.Order(StringComparer.Ordinal).Select(file => $"/{Path.GetRelativePath(root, file)}\n")));
        foreach (var script in Scripts)
            Folders.CopyFile(Setup(script), Path.Combine(control, script));
    }

    static string Setup(string file) => RepositoryRoot.PathTo($"setup/debian/{file}");
}
