using System.Diagnostics;
using System.Globalization;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>A machine with Docker and a registry of images, in a network of its own where every port is free.</summary>
sealed class Docks : IDisposable
{
    /// <summary>The registry, as images are named.</summary>
    public const string Registry = "127.0.0.1:5000";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    readonly string _network = "bitgrid-" + Guid.NewGuid().ToString("N")[..6];
    readonly List<Process> _services = [];

    public Docks()
    {
        Command.Run("ip", "netns", "add", _network);
        Command.Run("ip", "-n", _network, "link", "set", "lo", "up");
        File.WriteAllText(Path.Combine(Folder, "registry.yml"), $"version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: {Folder}/registry\nhttp:\n  addr: {Registry}\n");
        Directory.CreateDirectory(Path.Combine(Folder, "house"));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("bitgrid-docks-").FullName;

    /// <summary>The volume of the house's data.</summary>
    public string Data => $"{Folder}/docker/volumes/house_data/_data";

    /// <summary>Starts registry and Docker.</summary>
    public async Task OpenAsync()
    {
        Start("docker-registry", "serve", Path.Combine(Folder, "registry.yml"));
        Start("dockerd", "--iptables=false", "--ip6tables=false", "--bridge=none", "--storage-driver=vfs", "--data-root", $"{Folder}/docker", "--exec-root", $"{Folder}/exec", "--host", $"unix://{Folder}/docker.sock", "--pidfile", $"{Folder}/docker.pid");
        await UntilAsync(() => Docker("info").ExitCode == 0, "Docker to start");
    }

    /// <summary>Runs a program in the network of the docks.</summary>
    public Command Try(IReadOnlyList<string> words, IReadOnlyDictionary<string, string>? environment = null) => Command.Try(
        "nsenter",
        [Net, .. words],
        Path.Combine(Folder, "house"),
        new Dictionary<string, string>(environment ?? new Dictionary<string, string>(), StringComparer.Ordinal) { ["DOCKER_HOST"] = $"unix://{Folder}/docker.sock", ["DOCKER_BUILDKIT"] = "0" });

    public Command Docker(params string[] words) => Try(["/usr/bin/docker", .. words]);

    /// <summary>What the owner of a house types: <c>docker compose pull</c>, or <c>up -d</c>.</summary>
    public void Compose(string version, params string[] words)
    {
        Command command = Try(
            ["docker-compose", "--project-name", "house", "--file", RepositoryRoot.PathTo("setup/docker/compose.yaml"), .. words],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["BITGRID_IMAGE"] = $"{Registry}/bitgrid", ["BITGRID_VERSION"] = version });
        Assert.True(command.ExitCode == 0, command.Output);
    }

    /// <summary>A command of BitGrid in its container.</summary>
    public Command BitGrid(params string[] words) => Docker(["exec", "house_bitgrid_1", "bitgrid", .. words]);

    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        long began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                Assert.Fail($"Waited in vain for {what}.\n{Docker("ps", "--all").Output}\n{Docker("logs", "--tail", "60", "house_bitgrid_1").Output}");
            await Task.Delay(500);
        }
    }

    public void Dispose()
    {
        Try(["sh", "-c", "/usr/bin/docker ps --quiet | xargs --no-run-if-empty /usr/bin/docker stop --time 10"]);
        foreach (Process service in Enumerable.Reverse(_services))
        {
            Command.Try("kill", [service.Id.ToString(CultureInfo.InvariantCulture)]);
            if (!service.WaitForExit(TimeSpan.FromSeconds(30)))
                service.Kill(entireProcessTree: true);
            service.Dispose();
        }

        // Docker keeps the network that it shared with containers mounted.
        Command.Try("umount", [$"{Folder}/exec/netns/default"]);
        Command.Run("ip", "netns", "del", _network);
        Directory.Delete(Folder, recursive: true);
    }

    // Not by `ip netns exec`, which hides the control groups. What enters becomes the program: its process is the one to end.
    string Net => $"--net=/run/netns/{_network}";

    void Start(params string[] words)
    {
        Process service = Process.Start(new ProcessStartInfo("nsenter", [Net, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        service.OutputDataReceived += (_, _) => { };
        service.ErrorDataReceived += (_, _) => { };
        service.BeginOutputReadLine();
        service.BeginErrorReadLine();
        _services.Add(service);
    }
}
