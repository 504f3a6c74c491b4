using BitGrid.Build.Packaging;
using BitGrid.TestKit;

namespace BitGrid.Build.Targets;

internal sealed class BuildTarget() : Target("build", "Make everything that is delivered, in dist/")
{
    public override void Run(IReadOnlyList<string> arguments)
    {
        if (OperatingSystem.IsWindows())
            throw new BuildFailedException("What is delivered needs the file permissions of Unix: build it on Linux, or in WSL.");

        var revision = Revision.Current();
        var dist = RepositoryRoot.PathTo("dist");
        Directory.CreateDirectory(dist);

        Dotnet.RestoreSolution();
        foreach (var platform in Platform.All)
        {
            Console.WriteLine($"Building BitGrid {revision.Version} for {platform.Rid}");
            Tarball.Make(Layout.Make(platform, revision), Path.Combine(dist, platform.Tarball), revision.Time);
        }
    }
}
