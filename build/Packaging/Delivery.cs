using System.Globalization;
using System.Runtime.Versioning;
using BitGrid.Build.Packaging.Images;
using BitGrid.Build.Packaging.Materials;
using BitGrid.Build.Packaging.Trust;
using BitGrid.Build.Testing;
using BitGrid.TestKit;

namespace BitGrid.Build.Packaging;

/// <summary>Everything that is delivered, in <c>dist/</c>.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Delivery
{
    /// <summary>Where it lies.</summary>
    public static string Folder => RepositoryRoot.PathTo("dist");

    /// <summary>Whether it is there, untouched, and was made from a commit to which nothing was changed since.</summary>
    public static bool IsOf(Revision revision)
    {
        var bill = Path.Combine(Folder, BillOfMaterials.FileName);
        return File.Exists(bill)
            && File.ReadAllText(bill).Contains(revision.Commit, StringComparison.Ordinal)
            && Checksums.FindFaults(Folder).Count == 0
            && Shell.Output("git", "status", "--porcelain").Length == 0;
    }

    /// <summary>Makes it anew. It is signed if a key is named.</summary>
    public static void Make(Revision revision)
    {
        if (MachineTool.Packaging.Ensure() is { } missing)
            throw new BuildFailedException(missing);
        if (Toolchain.Difference() is { } difference)
            Console.WriteLine($"Warning: {difference}");

        Folders.Empty(Folder);
        Dotnet.RestoreSolution();
        List<Component> components = [];
        foreach (var platform in Platform.All)
            components.AddRange(Make(platform, revision));
        NugetPackages.Make(revision, Folder);
        File.WriteAllText(Path.Combine(Folder, BillOfMaterials.FileName), BillOfMaterials.Of(revision, Toolchain.Sdk, components));
        Checksums.Write(Folder);
        Sign();
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Length / 1e6,8:0.00} MB  {file.Name}"));
    }

    static IEnumerable<Component> Make(Platform platform, Revision revision)
    {
        Console.WriteLine($"Building BitGrid {revision.Version} for {platform.Rid}");
        var layout = Layout.Make(platform, revision);
        Tarball.Make(layout, Path.Combine(Folder, platform.Tarball), revision.Time);
        DebianPackage.Make(platform, revision, layout, Folder);
        ImageArchive.Make(platform, revision, layout, Path.Combine(Folder, platform.Image));

        var nuget = new NugetComponents(Dotnet.PackageFolder());
        return
        [
            .. nuget.In(layout),
            .. nuget.InLockFile(RepositoryRoot.PathTo("src/BitGrid.Host/packages.lock.json"), NugetComponents.Embedded),
            .. nuget.InLockFile(RepositoryRoot.PathTo("src/BitGrid.Launcher/packages.lock.json"), ["Microsoft.DotNet.ILCompiler"]),
            .. BasePackage.LockedFor(platform).Select(package => package.Component),
        ];
    }

    static void Sign()
    {
        using var key = SigningKey.OfEnvironment();
        if (key is not null)
            Signature.Make(Folder, key.File);
        else
            Console.WriteLine($"Not signed: {SigningKey.Variable} names no key.");
    }
}
