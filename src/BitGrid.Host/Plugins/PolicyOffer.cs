namespace BitGrid.Host.Plugins;

/// <summary>A policy that a loaded plugin offers; <c>policies.yaml</c> picks one.</summary>
/// <param name="PluginId">The plugin it comes from.</param>
/// <param name="Id">Key of its section in <c>policies.yaml</c>.</param>
/// <param name="Type">Its class.</param>
/// <param name="OptionsType">Its record of options; <see langword="null"/> when it has none.</param>
internal sealed record PolicyOffer(string PluginId, string Id, Type Type, Type? OptionsType)
{
    /// <summary>Creates the policy.</summary>
    /// <exception cref="PluginFaultException">The policy cannot be created.</exception>
    public IPolicy Create(object? options) => Creation.Create<IPolicy>(PluginId, Id, Type, OptionsType is null ? [] : [options]);
}
