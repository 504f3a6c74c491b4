using BitGrid.Build.Packaging;
using BitGrid.Build.Releasing;

namespace BitGrid.Build.Targets;

internal sealed class VerifyReproducibleTarget() : Target("verify-reproducible", "Build the last commit twice, elsewhere and otherwise, and compare every byte")
{
    public override void Run(IReadOnlyList<string> arguments)
    {
        if (OperatingSystem.IsWindows())
            throw new BuildFailedException("This needs Linux, or WSL.");
        ReproducibilityProof.Run(Revision.Current());
        Console.WriteLine("Reproducible: both builds gave the same bytes.");
    }
}
