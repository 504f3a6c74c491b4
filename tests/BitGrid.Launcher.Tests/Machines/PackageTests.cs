using System.Globalization;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>The package of Debian on a whole machine: what the owner set and what was kept outlives everything but a purge.</summary>
[Trait("Category", "Slow")]
public sealed class PackageTests
{
    const string Broken = "#!/bin/sh\ncase $1 in run) kill -SEGV $$;; esac\n";

    [MachineFact]
    public void Lintian_finds_no_error()
    {
        Command lintian = Command.Try("lintian", ["--fail-on", "error", "--tag-display-limit", "0", "--profile", "debian", Dist.Package]);
        Assert.True(lintian.ExitCode == 0, lintian.Output);
    }

    [MachineFact]
    public async Task Installed_killed_upgraded_rolled_back_removed_and_purged()
    {
        using Machine machine = await Machine.BootAsync();
        string first = BuiltRelease.Version;
        File.Copy(Dist.Package, machine.PathTo("/root/first.deb"));
        machine.Run("dpkg --install /root/first.deb");
        await RunsAsync(machine, first);
        Assert.Matches("^(ok|warning)", machine.Run("bitgrid health"));

        machine.Run("pkill -9 -x bitgrid");
        await machine.UntilAsync("[ \"$(systemctl show bitgrid -p NRestarts --value)\" -ge 1 ] && bitgrid health", "the service after a kill");

        machine.Run("sed -i 's/name: Sample house/name: Our house/' /etc/bitgrid/config.yaml && systemctl restart bitgrid");
        await RunsAsync(machine, first);
        int decisions = Decisions(machine);
        Assert.True(decisions > 0);

        Upgrade(machine, "9.0.0");
        await RunsAsync(machine, "9.0.0");
        AssertKept(machine, decisions);

        Upgrade(machine, "9.1.0", Broken);
        await machine.UntilAsync("bitgrid update status | grep -q 'ended by signal 11'", "the broken version to be left");
        await RunsAsync(machine, "9.0.0");
        AssertKept(machine, decisions);

        machine.Run("dpkg --remove bitgrid");
        Assert.NotEqual(0, machine.Try("systemctl is-active bitgrid").ExitCode);
        Assert.Equal("", machine.Run("ls -d /opt/bitgrid /usr/bin/bitgrid 2>/dev/null || true").Trim());
        AssertKept(machine, decisions);

        machine.Run("dpkg --install /root/first.deb");
        await RunsAsync(machine, first);
        AssertKept(machine, decisions);

        machine.Run("dpkg --purge bitgrid");
        Assert.Equal("", machine.Run("ls -d /opt/bitgrid /etc/bitgrid /var/lib/bitgrid /usr/bin/bitgrid /usr/lib/systemd/system/bitgrid.service 2>/dev/null || true").Trim());
        Assert.NotEqual(0, machine.Try("getent passwd bitgrid").ExitCode);
    }

    [MachineFact]
    public async Task A_truncated_package_is_refused_and_the_installed_version_stays()
    {
        using Machine machine = await Machine.BootAsync();
        File.Copy(Dist.Package, machine.PathTo("/root/first.deb"));
        machine.Run("dpkg --install /root/first.deb");
        machine.Run("head -c 20000000 /root/first.deb > /root/cut.deb");

        Assert.NotEqual(0, machine.Try("dpkg --install /root/cut.deb").ExitCode);
        await RunsAsync(machine, BuiltRelease.Version);
    }

    static void Upgrade(Machine machine, string version, string? program = null)
    {
        Dist.Repack(machine.PathTo("/root/next.deb"), version, program);
        machine.Run("dpkg --install /root/next.deb");
    }

    static Task RunsAsync(Machine machine, string version) =>
        machine.UntilAsync($"systemctl is-active bitgrid && [ \"$(bitgrid update status | head -1)\" = 'runs      {version}' ] && bitgrid health", $"{version} to run");

    static void AssertKept(Machine machine, int decisions)
    {
        Assert.Contains("Our house", machine.Run("cat /etc/bitgrid/config.yaml"), StringComparison.Ordinal);
        Assert.True(Decisions(machine) >= decisions);
    }

    static int Decisions(Machine machine) =>
        int.Parse(machine.Run("python3 -c \"import sqlite3; print(sqlite3.connect('file:/var/lib/bitgrid/bitgrid.db?mode=ro', uri=True).execute('select count(*) from decisions').fetchone()[0])\""), CultureInfo.InvariantCulture);
}
