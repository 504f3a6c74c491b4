using System.CommandLine;

namespace BitGrid.Build.Targets;

internal sealed class HelpTarget(RootCommand root) : Target("help", "Show this list")
{
    public override void Run(IReadOnlyList<string> arguments) => root.Parse(["--help"]).Invoke();
}
