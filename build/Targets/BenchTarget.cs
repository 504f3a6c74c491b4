namespace BitGrid.Build.Targets;

internal sealed class BenchTarget() : Target("bench", "Measure the speed (Release); further words go to BenchmarkDotNet")
{
    static readonly string[] Everything = ["--filter", "*"];

    public override bool TakesArguments => true;

    public override void Run(IReadOnlyList<string> arguments) =>
        Shell.Run(
            "dotnet",
            ["run", "-c", "Release", "-v", "q", "--project", "tests/BitGrid.Benchmarks", "--", .. arguments is [] ? Everything : arguments]);
}
