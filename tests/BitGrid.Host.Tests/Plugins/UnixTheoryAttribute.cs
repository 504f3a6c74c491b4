namespace BitGrid.Host.Tests.Plugins;

/// <summary>A theory about Unix permissions or links.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Unix permissions and links" : null;
}
