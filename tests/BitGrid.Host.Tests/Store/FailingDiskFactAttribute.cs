using System.ComponentModel;

namespace BitGrid.Host.Tests.Store;

/// <summary>A test with a disk that fails; without a C compiler it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FailingDiskFactAttribute : FactAttribute
{
    static readonly Lazy<bool> HasCompiler = new(FindCompiler);

    public FailingDiskFactAttribute() => Skip = HasCompiler.Value ? null : "needs a C compiler (cc) on Linux to make a disk that fails";

    static bool FindCompiler()
    {
        try
        {
            return OperatingSystem.IsLinux() && Mount.Run("cc", "-dumpversion");
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
