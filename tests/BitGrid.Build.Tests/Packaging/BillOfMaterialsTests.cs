using System.Text.Json.Nodes;
using BitGrid.Build.Packaging;
using BitGrid.Build.Packaging.Images;
using BitGrid.Build.Packaging.Materials;
using BitGrid.TestKit;

namespace BitGrid.Build.Tests.Packaging;

public sealed class BillOfMaterialsTests
{
    const string LockFile = "src/BitGrid.Host/packages.lock.json";

    // They work on the code while it is built; nothing of them is delivered.
    static readonly string[] BuildOnly = ["Meziantou.Analyzer", "MinVer"];

    static readonly Revision Revision = new("1.2.0", "0123456789abcdef0123456789abcdef01234567", new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Every_package_of_the_lock_file_is_named_with_its_licence()
    {
        var built = RepositoryRoot.PathTo("artifacts/bin/BitGrid.Host/debug");
        Assert.True(Directory.Exists(built), $"{built} is missing: build the host first.");
        var nuget = new NugetComponents(Dotnet.PackageFolder());
        Component[] named = [.. nuget.In(built), .. nuget.InLockFile(RepositoryRoot.PathTo(LockFile), NugetComponents.Embedded)];

        var locked = Locked(LockFile).Where(name => !BuildOnly.Contains(name)).ToArray();
        Assert.True(locked.Length >= 30, $"only {locked.Length} packages were found");
        Assert.Empty(locked.Except(named.Select(component => component.Name)));
        Assert.All(named, component => Assert.NotNull(component.Licence));
    }

    [Fact]
    public void The_same_components_in_any_order_give_the_same_text()
    {
        Component[] components = [new("B", "1.0", "pkg:nuget/B@1.0", "MIT"), new("a", "2", "pkg:deb/debian/a@2", Sha256: "00"), new("C", "3", "pkg:nuget/C@3", "https://example.org/licence")];
        var text = BillOfMaterials.Of(Revision, "10.0.401", components);

        Assert.Equal(text, BillOfMaterials.Of(Revision, "10.0.401", components.Reverse().Concat(components)));
        Snapshot.Match(text);
    }

    [Fact]
    public void The_images_stand_on_the_same_pinned_packages_for_both_processors()
    {
        var locked = Platform.All.Select(BasePackage.LockedFor).ToArray();

        Assert.All(locked, packages => Assert.Equal(BasePackage.Names, packages.Select(package => package.Name)));
        Assert.Equal(locked[0].Select(package => package.Version), locked[1].Select(package => package.Version));
        Assert.Equal(locked[0][3].ToString(), BasePackage.Parse([locked[0][3].ToString()]).Single().ToString());
    }

    static IEnumerable<string> Locked(string file) =>
        from target in JsonNode.Parse(File.ReadAllText(RepositoryRoot.PathTo(file)))!["dependencies"]!.AsObject()
        where target.Key == "net10.0"
        from package in target.Value!.AsObject()
        where package.Value!["type"]!.GetValue<string>() != "Project"
        select package.Key;
}
