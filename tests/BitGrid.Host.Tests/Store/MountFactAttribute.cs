namespace BitGrid.Host.Tests.Store;

/// <summary>A test that mounts a file system of its own; without the right to do so it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    static readonly Lazy<bool> MountIsAllowed = new(CanMount);

    public MountFactAttribute() => Skip = MountIsAllowed.Value ? null : "needs the right to mount a small file system (root on Linux)";

    static bool CanMount()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return false;
        string folder = Directory.CreateTempSubdirectory("bitgrid-mount-").FullName;
        bool isMounted = Mount.Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);
        if (isMounted)
            Mount.Run("umount", folder);
        Directory.Delete(folder);
        return isMounted;
    }
}
