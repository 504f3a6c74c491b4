using System.Diagnostics;
using System.Globalization;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>A Debian machine with systemd as its first process, and no network but what a test gives it.</summary>
sealed class Machine : IDisposable
{
    // What BitGrid runs on, and what the playbooks install: the machine has no way to a mirror.
    const string Packages =
        "systemd-sysv,dbus,python3,python3-apt,ca-certificates,libicu72,libssl3,libstdc++6,tzdata,openssh-client,openssh-server,sudo,curl,procps,iproute2,nftables,unattended-upgrades,logrotate,systemd-timesyncd,cifs-utils";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    static readonly Lock OneAtATime = new();

    readonly Process _nspawn;

    Machine(string folder)
    {
        Folder = folder;
        _nspawn = Process.Start(new ProcessStartInfo("systemd-nspawn", ["-q", "-D", folder, "--boot", "--console=pipe", "--register=no", "--keep-unit", "--private-network", "--hostname=house"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _nspawn.OutputDataReceived += (_, _) => { };
        _nspawn.BeginOutputReadLine();
    }

    /// <summary>The root of its file system, seen from here.</summary>
    public string Folder { get; }

    /// <summary>Its first process, seen from here.</summary>
    public int FirstProcess { get; private set; }

    /// <summary>Makes a machine and starts it.</summary>
    public static async Task<Machine> BootAsync()
    {
        string folder = Directory.CreateTempSubdirectory("bitgrid-machine-").FullName;
        Command.Run("tar", "-xf", BaseSystem(), "-C", folder);
        // The lists of a mirror are as good as new: nothing tries to fetch them.
        await File.WriteAllTextAsync(Path.Combine(folder, "var/lib/apt/periodic/update-success-stamp"), "");
        Machine machine = new(folder);
        await machine.UntilAsync(() => machine.FindFirstProcess() && machine.Try("systemctl is-system-running").Output.Trim() is "running" or "degraded", "the machine to start");
        return machine;
    }

    /// <summary>Runs a line of shell in the machine, whatever its end.</summary>
    public Command Try(string line) =>
        Command.Try("nsenter", ["-t", FirstProcess.ToString(CultureInfo.InvariantCulture), "-a", "/usr/bin/env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "/bin/sh", "-c", line]);

    /// <summary>Runs a line of shell in the machine that must end well.</summary>
    public string Run(string line)
    {
        Command command = Try(line);
        Assert.True(command.ExitCode == 0, $"{line}\nended with {command.ExitCode}:\n{command.Output}\n{Try("journalctl -u bitgrid -n 300 --no-pager").Output}");
        return command.Output;
    }

    /// <summary>A path of the machine, seen from here.</summary>
    public string PathTo(string path) => Path.Join(Folder, path);

    public Task UntilAsync(string line, string what) => UntilAsync(() => Try(line).ExitCode == 0, what);

    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        long began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                Assert.Fail($"Waited in vain for {what}.\n{(FirstProcess == 0 ? "" : Try("journalctl -n 80 --no-pager").Output)}");
            await Task.Delay(200);
        }
    }

    public void Dispose()
    {
        if (FirstProcess != 0)
            Try("systemctl poweroff --force");
        if (!_nspawn.WaitForExit(TimeSpan.FromSeconds(30)))
            _nspawn.Kill();
        _nspawn.WaitForExit();
        _nspawn.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    bool FindFirstProcess()
    {
        string children = $"/proc/{_nspawn.Id.ToString(CultureInfo.InvariantCulture)}/task/{_nspawn.Id.ToString(CultureInfo.InvariantCulture)}/children";
        if (!File.Exists(children) || File.ReadAllText(children).Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var child, ..])
            return false;
        FirstProcess = int.Parse(child, CultureInfo.InvariantCulture);
        return true;
    }

    static string BaseSystem()
    {
        lock (OneAtATime)
        {
            string file = RepositoryRoot.PathTo($"artifacts/machines/bookworm-{Packages.Length.ToString(CultureInfo.InvariantCulture)}.tar");
            if (File.Exists(file))
                return file;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            Command.Run("mmdebstrap", "--variant=minbase", $"--include={Packages}", "bookworm", file + ".part.tar");
            File.Move(file + ".part.tar", file);
            return file;
        }
    }
}
