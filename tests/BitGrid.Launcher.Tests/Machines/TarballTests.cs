using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BitGrid.Launcher.Tests.Update;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>A house from its first installation to its end, as its owner does it.</summary>
[Trait("Category", "Slow")]
public sealed partial class TarballTests : IDisposable
{
    const string Skip = "--skip-gate --because 'the gate was asked before'";
    const string Gate = "--accept kpi:decision_latency_ms --because 'this machine does other work'";

    readonly ReleaseStage _release = new();

    public void Dispose() => _release.Dispose();

    [MachineFact]
    public async Task Installed_killed_updated_rolled_back_and_purged()
    {
        using Machine machine = await Machine.BootAsync();
        string first = BuiltRelease.Version;
        Publish(machine, first);
        machine.Run($"cd /root && mkdir unpacked && tar -xzf release/{_release.Release.TarballName} -C unpacked && unpacked/bitgrid-{first}/setup/install.sh");
        await HealthyAsync(machine, first);
        Assert.Equal("ok", Health(machine)["status"]!.GetValue<string>());

        string security = machine.Run("systemd-analyze security bitgrid.service --no-pager | tail -1");
        Assert.Matches(@"exposure level for bitgrid.service: [01]\.\d", security);

        machine.Run("echo geheim > /etc/bitgrid/secrets/mqtt && chmod 600 /etc/bitgrid/secrets/mqtt && systemctl restart bitgrid");
        Assert.Equal("geheim\n", machine.Run("setpriv --reuid bitgrid --regid bitgrid --clear-groups cat /run/credentials/bitgrid.service/secret_mqtt"));
        await HealthyAsync(machine, first);

        machine.Run("kill -9 $(pgrep -x bitgrid)");
        await machine.UntilAsync("[ \"$(systemctl show bitgrid -p NRestarts --value)\" = 1 ] && systemctl is-active bitgrid && curl -sf http://127.0.0.1:8080/healthz", "the service after a kill");

        Publish(machine, "9.0.0");
        Assert.Contains("Version 9.0.0 runs.", machine.Run($"bitgrid update apply /root/release --signers /root/release/signers {Gate}"), StringComparison.Ordinal);
        Assert.Contains("slots/9.0.0/bin/bitgrid", machine.Run("pgrep -af bin/bitgrid"), StringComparison.Ordinal);
        machine.Run("bitgrid update rollback");
        await HealthyAsync(machine, first);
        machine.Run("bitgrid update rollback");
        await HealthyAsync(machine, "9.0.0");
        int decisions = Decisions(machine);
        Assert.True(decisions > 0);

        Publish(machine, "9.1.0", "#!/bin/sh\ncase $1 in run) kill -SEGV $$;; esac\n");
        Command refused = machine.Try($"bitgrid update apply /root/release --signers /root/release/signers {Skip}");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Version 9.1.0 was not healthy in 3 tries; in the last it was ended by signal 11 before it was healthy, so version 9.0.0 runs again.", refused.Output, StringComparison.Ordinal);
        await machine.UntilAsync(() => Health(machine)["problems"]?.AsArray().Any(problem => problem!["code"]!.GetValue<string>() == "rolled_back") is true, "the problem rolled_back");
        Assert.True(Decisions(machine) >= decisions);
        Snapshot.Match(Readable(machine.Run("bitgrid update status"), first), "status");

        // Systemd has started it anew once, after the kill: a switch from one version to another is nothing it notices.
        Assert.Equal("1\n", machine.Run("systemctl show bitgrid -p NRestarts --value"));
        machine.Run($"/root/unpacked/bitgrid-{first}/setup/uninstall.sh --purge");
        Assert.Equal("", machine.Run("ls -d /opt/bitgrid /etc/bitgrid /var/lib/bitgrid /etc/systemd/system/bitgrid.service /usr/local/bin/bitgrid 2>/dev/null || true").Trim());
        Assert.NotEqual(0, machine.Try("getent passwd bitgrid").ExitCode);
    }

    void Publish(Machine machine, string version, string? program = null)
    {
        BuiltRelease.Publish(_release, version, program);
        string folder = machine.PathTo("/root/release");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(_release.Folder))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        File.Copy(_release.Signers, Path.Combine(folder, "signers"), overwrite: true);
    }

    static Task HealthyAsync(Machine machine, string version) =>
        machine.UntilAsync($"systemctl is-active bitgrid && [ \"$(bitgrid update status | head -1)\" = 'runs      {version}' ] && curl -sf http://127.0.0.1:8080/healthz", $"{version} to be healthy");

    static JsonObject Health(Machine machine) => JsonNode.Parse(machine.Try("curl -s http://127.0.0.1:8080/healthz || echo '{}'").Output)!.AsObject();

    static int Decisions(Machine machine) =>
        int.Parse(machine.Run("python3 -c \"import sqlite3; print(sqlite3.connect('file:/var/lib/bitgrid/bitgrid.db?mode=ro', uri=True).execute('select count(*) from decisions').fetchone()[0])\""), CultureInfo.InvariantCulture);

    static string Readable(string status, string first) => Update().Replace(Time().Replace(status, "<time>").Replace(first, "<first>", StringComparison.Ordinal), "<time> <running> to");

    [GeneratedRegex(@"<time> \S+ to", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Update();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?<seconds>:\d\dZ)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}
