using BitGrid.Build.Packaging;
using BitGrid.Build.Packaging.Images;
using BitGrid.TestKit;

namespace BitGrid.Build.Targets;

internal sealed class LockBaseTarget() : Target("lock-base", "Pin the packages of Debian below the images to what Debian serves now")
{
    public override void Run(IReadOnlyList<string> arguments)
    {
        var packages = Platform.All.SelectMany(platform =>
        {
            var debian = new DebianArchive(platform);
            return BasePackage.Names.Select(debian.FetchNewest).ToArray();
        });
        string[] lines = ["# What the images stand on: architecture, package, version, SHA-256. Written by `make lock-base`.", .. packages.Select(package => package.ToString())];
        File.WriteAllText(RepositoryRoot.PathTo(BasePackage.LockFile), string.Join('\n', lines) + "\n");
        Console.WriteLine($"Wrote {BasePackage.LockFile}. Look at the difference, and commit it.");
    }
}
