namespace BitGrid.Build.Targets;

internal sealed class FormatTarget() : Target("format", "Check the formatting; 'dotnet format BitGrid.sln' repairs it")
{
    public override void Run(IReadOnlyList<string> arguments) =>
        Shell.Run("dotnet", "format", "BitGrid.sln", "--verify-no-changes");
}
