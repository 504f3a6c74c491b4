namespace BitGrid.Host.Plugins;

/// <summary>A driver that a loaded plugin offers; each section below it in <c>config.yaml</c> is one device.</summary>
/// <param name="PluginId">The plugin it comes from.</param>
/// <param name="Driver">Key below <c>devices</c> in <c>config.yaml</c>.</param>
/// <param name="Type">Its class.</param>
/// <param name="OptionsType">Its record of options.</param>
internal sealed record DeviceOffer(string PluginId, string Driver, Type Type, Type OptionsType)
{
    /// <summary>Creates a device.</summary>
    /// <exception cref="PluginFaultException">The device cannot be created.</exception>
    public IDevice Create(object options, DeviceContext context) => Creation.Create<IDevice>(PluginId, Driver, Type, [options, context]);
}
