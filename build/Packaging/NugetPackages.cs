namespace BitGrid.Build.Packaging;

/// <summary>The packages for authors of plugins and for researchers.</summary>
internal static class NugetPackages
{
    public static IReadOnlyList<string> Names { get; } = ["BitGrid.Abstractions", "BitGrid.Engine", "BitGrid.Testing"];

    public static void Make(Revision revision, string folder)
    {
        foreach (var name in Names)
            Dotnet.Pack($"src/{name}", folder, revision.Epoch);
    }
}
