using System.Reflection;

namespace BitGrid.Host.Cli;

/// <summary>Version of this program.</summary>
internal static class ProductVersion
{
    /// <summary>Version without build metadata: <c>0.4.0</c> or <c>0.4.0-alpha.0.12</c>.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
