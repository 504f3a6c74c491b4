using BitGrid.Build.Packaging;

namespace BitGrid.Build.Targets;

internal sealed class PackTarget() : Target("pack", "Make only the NuGet packages, in dist/nuget")
{
    const string Folder = "dist/nuget";

    public override void Run(IReadOnlyList<string> arguments)
    {
        Dotnet.RestoreSolution();
        NugetPackages.Make(Revision.Current(), Folder);
        Console.WriteLine($"Packed {string.Join(", ", NugetPackages.Names)} into {Folder}");
    }
}
