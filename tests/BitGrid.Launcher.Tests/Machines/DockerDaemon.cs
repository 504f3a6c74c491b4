using System.Diagnostics;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>A Docker of its own, without any network.</summary>
sealed class DockerDaemon : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-docker-").FullName;
    readonly Process _daemon;

    DockerDaemon()
    {
        ProcessStartInfo start = new("dockerd",
        [
            "--iptables=false", "--ip6tables=false", "--bridge=none", "--storage-driver=vfs", "--data-root", Path.Combine(_folder, "root"),
            "--exec-root", Path.Combine(_folder, "exec"), "--pidfile", Path.Combine(_folder, "pid"), "-H", Socket,
        ])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _daemon = Process.Start(start)!;
        _daemon.ErrorDataReceived += (_, _) => { };
        _daemon.BeginErrorReadLine();
    }

    string Socket => $"unix://{_folder}/docker.sock";

    public static async Task<DockerDaemon> StartAsync()
    {
        DockerDaemon docker = new();
        await docker.UntilAsync(() => docker.Try("info").ExitCode == 0, "Docker to start");
        return docker;
    }

    public Command Try(params IReadOnlyList<string> words) => Command.Try("docker", ["-H", Socket, .. words]);

    public string Run(params IReadOnlyList<string> words) => Command.Run("docker", ["-H", Socket, .. words]).Trim();

    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        long began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"Waited in vain for {what}.\n{Try("logs", "house").Output}");
            await Task.Delay(500);
        }
    }

    /// <summary>An image with the same settings as another one, and with a file system of its own.</summary>
    public void Import(string tar, string like, string name)
    {
        string Setting(string format) => Run("inspect", "--format", format, like);
        Run(
        [
            "import",
            "--change", $"ENTRYPOINT {Setting("{{json .Config.Entrypoint}}")}",
            "--change", $"CMD {Setting("{{json .Config.Cmd}}")}",
            "--change", $"USER {Setting("{{.Config.User}}")}",
            "--change", $"WORKDIR {Setting("{{.Config.WorkingDir}}")}",
            .. Setting("{{range .Config.Env}}{{println .}}{{end}}").Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(variable => new[] { "--change", $"ENV {variable}" }),
            tar, name,
        ]);
    }

    public void Dispose()
    {
        Try("rm", "--force", "house");
        using (Process kill = Process.Start("kill", [_daemon.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        _daemon.WaitForExit();
        _daemon.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
