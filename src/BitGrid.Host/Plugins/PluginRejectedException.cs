namespace BitGrid.Host.Plugins;

/// <summary>A plugin is not used. Caught per plugin, so the others go on.</summary>
internal sealed class PluginRejectedException(PluginStatus status, string reason, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>What the plugin becomes.</summary>
    public PluginStatus Status { get; } = status;

    public static PluginRejectedException Refused(string reason) => new(PluginStatus.Refused, reason);

    public static PluginRejectedException Quarantined(string reason, Exception? cause = null) => new(PluginStatus.Quarantined, reason, cause);
}
