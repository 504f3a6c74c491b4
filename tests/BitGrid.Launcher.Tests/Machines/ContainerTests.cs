using System.Formats.Tar;
using BitGrid.Host.Store;
using BitGrid.Host.Update;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>What a bare <c>docker compose pull &amp;&amp; docker compose up -d</c> does: another image on the same volume. There is no shell in it, and no way to Docker.</summary>
[Trait("Category", "Slow")]
public sealed class ContainerTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-images-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [MachineFact]
    public async Task A_broken_new_image_falls_back_to_the_version_before_with_all_its_data()
    {
        string image = RepositoryRoot.PathTo(Release.TarballOfThisMachine.Contains("x64", StringComparison.Ordinal) ? "dist/bitgrid-image-linux-x64.tar" : "dist/bitgrid-image-linux-arm64.tar");
        Assert.True(File.Exists(image), $"{image}: there is no image. Build it first: make build");
        using DockerDaemon docker = await DockerDaemon.StartAsync();
        string loaded = docker.Run("load", "--input", image).Split(": ")[^1];
        string first = loaded.Split(':')[1];
        Up(docker, loaded);
        await RunsAsync(docker, first);
        string data = docker.Run("volume", "inspect", "--format", "{{.Mountpoint}}", "data");
        await docker.UntilAsync(() => File.Exists(Path.Combine(data, "boot/slots", first, "bin/bitgrid")), "the version to be kept on the volume");
        int decisions = new Timeline(Path.Combine(data, "bitgrid.db")).Decisions(default).Count;
        Assert.True(decisions > 0);

        docker.Import(Successor(docker, loaded, first, "9.0.0", isBroken: true), loaded, "bitgrid:9.0.0");
        Up(docker, "bitgrid:9.0.0");
        await docker.UntilAsync(() => Status(docker).Contains("left      9.0.0", StringComparison.Ordinal), "9.0.0 to be left");
        await RunsAsync(docker, first);
        Assert.Contains("cannot be started", Status(docker), StringComparison.Ordinal);
        Assert.Contains("rolled_back", docker.Run("logs", "house"), StringComparison.Ordinal);
        Assert.True(new Timeline(Path.Combine(data, "bitgrid.db")).Decisions(default).Count > decisions);

        docker.Import(Successor(docker, loaded, first, "9.1.0", isBroken: false), loaded, "bitgrid:9.1.0");
        Up(docker, "bitgrid:9.1.0");
        await RunsAsync(docker, "9.1.0");
        Assert.Contains($"before    {first}", Status(docker), StringComparison.Ordinal);
    }

    static void Up(DockerDaemon docker, string image)
    {
        docker.Try("rm", "--force", "house");
        docker.Run("run", "--detach", "--name", "house", "--network", "none", "--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--volume", "data:/var/lib/bitgrid", image);
    }

    static string Status(DockerDaemon docker) => docker.Try("exec", "house", "/opt/bitgrid/bitgrid-launcher", "exec", "update", "status").Output;

    static Task RunsAsync(DockerDaemon docker, string version) =>
        docker.UntilAsync(() => Status(docker).Contains($"runs      {version}\n", StringComparison.Ordinal), $"{version} to be healthy");

    // The file system of an image that brings another version. A broken one has a program that is none.
    string Successor(DockerDaemon docker, string image, string version, string next, bool isBroken)
    {
        string from = Path.Combine(_folder, $"{next}.from.tar");
        string to = Path.Combine(_folder, $"{next}.tar");
        string container = docker.Run("create", image);
        docker.Run("export", "--output", from, container);
        docker.Run("rm", container);
        using TarReader reader = new(File.OpenRead(from));
        using TarWriter writer = new(File.Create(to));
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            entry.Name = entry.Name.Replace($"opt/bitgrid/slots/{version}", $"opt/bitgrid/slots/{next}", StringComparison.Ordinal);
            if (entry.Name == "opt/bitgrid/installed")
                entry.DataStream = new MemoryStream([.. next.Select(c => (byte)c)]);
            if (isBroken && entry.Name.EndsWith("/bin/bitgrid", StringComparison.Ordinal))
                entry.DataStream = new MemoryStream([0x7f, (byte)'E', (byte)'L', (byte)'F']);
            writer.WriteEntry(entry);
        }

        return to;
    }
}
