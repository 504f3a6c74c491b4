namespace BitGrid.Build.Targets;

internal sealed class PackTarget() : Target("pack", "Make the NuGet packages in dist/nuget")
{
    const string Folder = "dist/nuget";

    static readonly string[] Packages = ["BitGrid.Abstractions", "BitGrid.Engine", "BitGrid.Testing"];

    public override void Run(IReadOnlyList<string> arguments)
    {
        foreach (var package in Packages)
            Dotnet.Pack($"src/{package}", Folder);
        Console.WriteLine($"Packed {string.Join(", ", Packages)} into {Folder}");
    }
}
