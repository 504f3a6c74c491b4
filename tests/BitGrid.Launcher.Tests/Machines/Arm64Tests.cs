using System.Text.Json.Nodes;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>The program for the Raspberry Pi, on an emulated processor, in the root of its own image.</summary>
[Trait("Category", "Slow")]
public sealed class Arm64Tests : IDisposable
{
    // For the emulator alone: without a limit the runtime reserves more memory than it likes to give, and it does not notice
    // that code was written anew when the runtime writes it through a second mapping, as it does by default.
    static readonly string[] Environment =
        ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "DOTNET_GCHeapHardLimit=0x20000000", "DOTNET_EnableWriteXorExecute=0"];

    readonly string _root = Directory.CreateTempSubdirectory("bitgrid-arm64-").FullName;

    public void Dispose()
    {
        Command.Try("umount", [Path.Combine(_root, "proc")]);
        Directory.Delete(_root, recursive: true);
    }

    [MachineFact]
    public void The_tarball_for_the_Pi_decides_a_day_as_the_one_for_this_machine_does()
    {
        EmulateArm64();
        UnpackImage(Dist.Find("bitgrid-image-linux-arm64.tar"));
        Command.Run("tar", "-xzf", Dist.Find("bitgrid-core.tar.gz"), "-C", Path.Combine(_root, "tmp"));
        string here = Path.Combine(_root, "here");
        Directory.CreateDirectory(here);
        Command.Run("tar", "-xzf", Dist.Find("bitgrid-core-linux-x64.tar.gz"), "-C", here);
        File.Copy(RepositoryRoot.PathTo("samples/days/sample-house-june.csv"), Path.Combine(_root, "tmp/june.csv"));

        string folder = $"bitgrid-{BuiltRelease.Version}";
        string[] day = ["replay", "--from", "2025-06-08", "--to", "2025-06-08", "--lang", "en", "--config"];
        string x64 = Run([$"{here}/{folder}/bin/bitgrid", .. day, $"{here}/{folder}/config", "--input", Path.Combine(_root, "tmp/june.csv")]);
        string arm64 = Run(["chroot", _root, $"/tmp/{folder}/bin/bitgrid", .. day, $"/tmp/{folder}/config", "--input", "/tmp/june.csv"]);

        Assert.Equal(Fingerprint(x64), Fingerprint(arm64));
        Assert.Contains("linux-arm64", Run(["chroot", _root, "/usr/bin/bitgrid", "version"]), StringComparison.Ordinal);
    }

    static string Run(string[] words) => Command.Run(Environment[0], [.. Environment.Skip(1), .. words]);

    static string Fingerprint(string output) => output.Split('\n').Single(line => line.StartsWith("decision fingerprint: ", StringComparison.Ordinal));

    // The kernel is told to hand programs for this processor to the emulator, for containers as well.
    static void EmulateArm64()
    {
        const string Formats = "/proc/sys/fs/binfmt_misc";
        if (!File.Exists($"{Formats}/register"))
            Command.Run("mount", "-t", "binfmt_misc", "binfmt_misc", Formats);
        if (!File.Exists($"{Formats}/qemu-aarch64"))
            Command.Run("update-binfmts", "--enable", "qemu-aarch64");
    }

    void UnpackImage(string archive)
    {
        string image = Path.Combine(_root, "image");
        Directory.CreateDirectory(image);
        Command.Run("tar", "-xf", archive, "-C", image);
        foreach (JsonNode? layer in JsonNode.Parse(File.ReadAllText(Path.Combine(image, "manifest.json")))![0]!["Layers"]!.AsArray())
            Command.Run("tar", "-xzf", Path.Combine(image, layer!.GetValue<string>()), "-C", _root);
        Command.Run("mknod", "--mode=666", Path.Combine(_root, "dev/urandom"), "c", "1", "9");
        Command.Run("mknod", "--mode=666", Path.Combine(_root, "dev/null"), "c", "1", "3");
        // Without it the runtime does not start, and says that memory is short.
        Command.Run("mount", "-t", "proc", "proc", Path.Combine(_root, "proc"));
    }
}
