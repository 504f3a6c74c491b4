namespace BitGrid.Host.Plugins;

/// <summary>A rule or policy could not be created, because its constructor threw or does not take the options.</summary>
internal sealed class PluginFaultException(string pluginId, string offerId, Exception cause)
    : Exception($"The plugin {pluginId} failed: creating '{offerId}' threw {cause.GetType().Name}: {cause.Message} Ask the plugin's author, or remove '{offerId}' from the configuration.", cause)
{
    /// <summary>The plugin at fault.</summary>
    public string PluginId { get; } = pluginId;

    /// <summary>Id of the rule or policy.</summary>
    public string OfferId { get; } = offerId;
}
