using BitGrid.TestKit;

namespace BitGrid.Build.Targets;

internal sealed class RunTarget() : Target("run", "Build bitgrid with its plugins and play the sample house; further words go to 'bitgrid run'")
{
    const string Host = "src/BitGrid.Host/BitGrid.Host.csproj";
    const string Program = "artifacts/bin/BitGrid.Host/debug/bitgrid.dll";

    // The sample month begins at night, when there is little to see.
    static readonly string[] SampleHouse = ["--input", "samples/days/sample-house-june.csv", "--config", "config", "--from", "2025-06-08T06:00:00Z"];

    public override bool TakesArguments => true;

    public override void Run(IReadOnlyList<string> arguments)
    {
        string[] command = [Program, "run", .. arguments.Contains("--input") ? [] : SampleHouse, .. arguments];
        Console.WriteLine($"Building bitgrid and its plugins, then: dotnet {string.Join(' ', command)}");

        foreach (var project in Plugins().Prepend(Host))
            Dotnet.Build(project);
        Shell.Run("dotnet", command);
    }

    static IEnumerable<string> Plugins() =>
        Directory.EnumerateFiles(RepositoryRoot.PathTo("plugins"), "*.csproj", SearchOption.AllDirectories)
            .Select(RepositoryRoot.Relative)
            .Order(StringComparer.Ordinal);
}
