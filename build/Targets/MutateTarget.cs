using BitGrid.TestKit;

namespace BitGrid.Build.Targets;

internal sealed class MutateTarget() : Target("mutate", "Mutation-test the engine and the rules; further words go to dotnet-stryker")
{
    const string Version = "5.1.0";
    const string ToolFolder = "artifacts/tools";

    public override bool TakesArguments => true;

    public override void Run(IReadOnlyList<string> arguments)
    {
        if (!Directory.Exists(RepositoryRoot.PathTo($"{ToolFolder}/.store/dotnet-stryker/{Version}")))
            Shell.Run("dotnet", "tool", "install", "dotnet-stryker", "--version", Version, "--tool-path", ToolFolder);

        Mutate("BitGrid.Engine", arguments);
        Mutate("BitGrid.Rules", arguments);
    }

    static void Mutate(string project, IReadOnlyList<string> arguments) =>
        Shell.Run(new Invocation(
            RepositoryRoot.PathTo($"{ToolFolder}/dotnet-stryker"),
            ["--project", $"{project}.csproj", "--output", RepositoryRoot.PathTo($"artifacts/mutation/{project}"), .. arguments])
        {
            Folder = RepositoryRoot.PathTo($"tests/{project}.Tests"),
        });
}
