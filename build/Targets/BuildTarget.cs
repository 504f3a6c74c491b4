using BitGrid.Build.Packaging;

namespace BitGrid.Build.Targets;

internal sealed class BuildTarget() : Target("build", "Make everything that is delivered, in dist/: tarballs, packages, images, bill of materials, checksums")
{
    public override void Run(IReadOnlyList<string> arguments)
    {
        if (OperatingSystem.IsWindows())
            throw new BuildFailedException("What is delivered needs the file permissions of Unix: build it on Linux, or in WSL.");
        Delivery.Make(Revision.Current());
    }
}
