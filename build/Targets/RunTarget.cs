using BitGrid.TestKit;

namespace BitGrid.Build.Targets;

internal sealed class RunTarget() : Target("run", "Build bitgrid with its plugins and run a simulated house, a block per second; further words go to 'bitgrid run'")
{
    const string Host = "src/BitGrid.Host/BitGrid.Host.csproj";
    const string Program = "artifacts/bin/BitGrid.Host/debug/bitgrid.dll";

    // A summer morning: at night there is little to see.
    static readonly string[] SimulatedHouse = ["--speed", "1", "--from", "2025-06-08T06:00:00Z"];

    public override bool TakesArguments => true;

    public override void Run(IReadOnlyList<string> arguments)
    {
        string[] command = [Program, "run", .. arguments is [] ? SimulatedHouse : [], .. arguments];
        Console.WriteLine($"Building bitgrid and its plugins, then: dotnet {string.Join(' ', command)}");

        Console.WriteLine("The house is at http://localhost:8080   What it says on MQTT: mosquitto_sub -t 'bitgrid/#' -v   End it with Ctrl+C.");

        foreach (var project in Plugins().Prepend(Host))
            Dotnet.Build(project);
        Shell.Run("dotnet", command);
    }

    static IEnumerable<string> Plugins() =>
        Directory.EnumerateFiles(RepositoryRoot.PathTo("plugins"), "*.csproj", SearchOption.AllDirectories)
            .Select(RepositoryRoot.Relative)
            .Order(StringComparer.Ordinal);
}
