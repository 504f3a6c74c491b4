using System.Reflection;

namespace BitGrid.Host.Plugins;

/// <summary>Creates what a plugin offers; what its constructor throws becomes one clear fault.</summary>
internal static class Creation
{
    /// <exception cref="PluginFaultException">The constructor threw or does not take the options.</exception>
    public static T Create<T>(string pluginId, string offerId, Type type, object?[] arguments)
    {
        try
        {
            return (T)Activator.CreateInstance(type, arguments)!;
        }
#pragma warning disable CA1031 // A stranger's constructor may throw anything; the fault names whose it was.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            throw new PluginFaultException(pluginId, offerId, thrown is TargetInvocationException { InnerException: { } cause } ? cause : thrown);
        }
    }
}
