using System.Reflection;
using McMaster.NETCore.Plugins;

namespace BitGrid.Host.Plugins;

/// <summary>
/// Loads a plugin's assembly into a load context of its own, where it finds its own version of every library; only
/// BitGrid.Abstractions (and the framework beneath it) is the host's, so that both speak of the same types.
/// The only class that knows the library behind it. Nothing is unloaded or reloaded: that can take the process down.
/// </summary>
internal static class IsolatedAssembly
{
    /// <summary>Loads an assembly and proves that every assembly it refers to can be loaded too.</summary>
    /// <param name="path">Full path; its dependencies lie beside it.</param>
    /// <exception cref="FileNotFoundException">A dependency is missing; <see cref="FileNotFoundException.FileName"/> names it.</exception>
    /// <exception cref="BadImageFormatException">This or a dependency is no assembly.</exception>
    public static Assembly Load(string path)
    {
        using PluginLoader loader = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: false, sharedTypes: [typeof(IRule)]);
        Assembly assembly = loader.LoadDefaultAssembly();
        foreach (AssemblyName reference in assembly.GetReferencedAssemblies())
            loader.LoadAssembly(reference);
        return assembly;
    }
}
