namespace BitGrid.Host.Tests.Backup;

/// <summary>A fact about a disk of its own; skipped where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TmpfsFactAttribute : FactAttribute
{
    public TmpfsFactAttribute() => Skip = Tmpfs.IsPossible ? null : "needs the right to mount a disk: run as root on Linux";
}
