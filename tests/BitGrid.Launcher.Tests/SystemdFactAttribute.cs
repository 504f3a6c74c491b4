namespace BitGrid.Launcher.Tests;

/// <summary>A test that asks <c>systemd-analyze</c>; where there is none it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class SystemdFactAttribute : FactAttribute
{
    public SystemdFactAttribute() => Skip = File.Exists("/usr/bin/systemd-analyze") ? null : "There is no systemd-analyze on this machine.";
}
