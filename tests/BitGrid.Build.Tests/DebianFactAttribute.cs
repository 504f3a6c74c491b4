namespace BitGrid.Build.Tests;

/// <summary>A test that makes a package of Debian; elsewhere it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DebianFactAttribute : FactAttribute
{
    public DebianFactAttribute() => Skip = File.Exists("/usr/bin/dpkg-deb") ? null : "There is no dpkg-deb on this machine.";
}
