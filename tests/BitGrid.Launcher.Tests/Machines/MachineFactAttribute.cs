using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>A test on a whole machine with systemd, in a container of systemd-nspawn: minutes, as root, with what <c>make build</c> has made.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class MachineFactAttribute : FactAttribute
{
    public MachineFactAttribute() => Skip = WhyNot();

    static string? WhyNot()
    {
        if (Environment.GetEnvironmentVariable("BITGRID_LONG") != "1")
            return "A whole machine takes minutes: make test-release";
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return "Whole machines are made by root on Linux.";
        string[] missing = [.. new[] { "systemd-nspawn", "mmdebstrap", "ansible-playbook", "ansible-lint", "ip", "nsenter", "lintian", "dockerd", "docker-compose", "docker-registry", "skopeo", "update-binfmts" }.Where(program => !File.Exists("/usr/bin/" + program) && !File.Exists("/usr/sbin/" + program) && !File.Exists("/sbin/" + program))];
        return missing.Length == 0 ? null : $"Missing on this machine: {string.Join(", ", missing)}";
    }
}
