using System.Globalization;
using System.Text.RegularExpressions;
using BitGrid.Launcher.Tests.Update;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>The playbooks on a whole machine, and its ports from a neighbour's point of view.</summary>
[Trait("Category", "Slow")]
public sealed partial class PlaybookTests : IDisposable
{
    const string House = "198.51.100.2";
    const string HomeNetwork = "198.51.100.0/28";
    const string AtHome = "198.51.100.3";
    const string Stranger = "198.51.100.129";

    static readonly string Playbooks = RepositoryRoot.PathTo("setup/ansible");

    readonly ReleaseStage _release = new();

    public void Dispose() => _release.Dispose();

    [MachineFact]
    public void The_playbooks_are_clean()
    {
        Command lint = Command.Try("ansible-lint", ["--offline", "--nocolor"], Playbooks, Culture);
        Assert.True(lint.ExitCode == 0, lint.Output);
    }

    [MachineFact]
    public async Task A_second_run_changes_nothing_and_only_the_home_network_gets_in()
    {
        using Machine machine = await Machine.BootAsync();
        using Neighbourhood neighbours = new(machine, House, AtHome, Stranger);
        BuiltRelease.Publish(_release, BuiltRelease.Version);
        Listen(machine, 8080, 1883, 9999);
        Assert.All(new[] { 22, 8080, 1883, 9999 }, port => Assert.True(neighbours.Reaches(Stranger, House, port), $"port {port} before"));

        Command trial = Play(machine, "playbooks/os_hardening.yml", "--check");
        Assert.True(trial.ExitCode == 0, trial.Output);
        Assert.True(neighbours.Reaches(Stranger, House, 9999), "a trial run must not change anything");

        Command first = Play(machine, "playbooks/site.yml");
        Assert.True(first.ExitCode == 0, first.Output);
        Assert.True(Changed(first) > 0, first.Output);
        await machine.UntilAsync($"[ \"$(bitgrid update status | head -1)\" = 'runs      {BuiltRelease.Version}' ]", "BitGrid to be healthy");

        Command second = Play(machine, "playbooks/site.yml");
        Assert.True(second.ExitCode == 0, second.Output);
        Assert.True(Changed(second) == 0, second.Output);
        Command check = Play(machine, "playbooks/site.yml", "--check");
        Assert.True(check.ExitCode == 0 && Changed(check) == 0, check.Output);

        Assert.Equal(
            "home 22 open, 8080 open, 1883 open, 9999 closed; stranger 22 closed, 8080 closed, 1883 closed, 9999 closed",
            $"home {Ports(neighbours, AtHome)}; stranger {Ports(neighbours, Stranger)}");
        Assert.Contains("passwordauthentication no", machine.Run("sshd -T"), StringComparison.Ordinal);
        Assert.Equal("enabled\n", machine.Run("systemctl is-enabled nftables"));
    }

    static Dictionary<string, string> Culture { get; } = new(StringComparer.Ordinal) { ["LC_ALL"] = "C.UTF-8", ["ANSIBLE_NOCOLOR"] = "1" };

    Command Play(Machine machine, string playbook, params string[] options)
    {
        string inventory = Path.Combine(_release.Folder, "inventory.yml");
        File.WriteAllText(inventory, $"""
            all:
              hosts:
                house:
                  ansible_connection: community.docker.nsenter
                  ansible_nsenter_pid: {machine.FirstProcess.ToString(CultureInfo.InvariantCulture)}
                  ansible_python_interpreter: /usr/bin/python3
              vars:
                lan: [{HomeNetwork}]
                access_user: owner
                access_ssh_keys: ["{File.ReadAllText(_release.Key + ".pub").Trim()}"]
                bitgrid_release: {_release.Folder}
                bitgrid_signers: {_release.Signers}
                bitgrid_config: {RepositoryRoot.PathTo("config")}
                backup_target_source: //nas.invalid/backup

            """);
        return Command.Try("ansible-playbook", ["-i", inventory, playbook, "--diff", .. options], Playbooks, Culture);
    }

    static int Changed(Command play) => int.Parse(Recap().Match(play.Output).Groups["changed"].Value, CultureInfo.InvariantCulture);

    static string Ports(Neighbourhood neighbours, string from) =>
        string.Join(", ", new[] { 22, 8080, 1883, 9999 }.Select(port => $"{port.ToString(CultureInfo.InvariantCulture)} {(neighbours.Reaches(from, House, port) ? "open" : "closed")}"));

    static void Listen(Machine machine, params int[] ports)
    {
        foreach (int port in ports)
            machine.Run($"systemd-run --quiet python3 -m http.server --bind {House} {port.ToString(CultureInfo.InvariantCulture)}");
    }

    [GeneratedRegex(@"house +: ok=\d+ +changed=(?<changed>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Recap();
}
