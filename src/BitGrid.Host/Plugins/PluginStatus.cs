namespace BitGrid.Host.Plugins;

/// <summary>What became of a plugin.</summary>
internal enum PluginStatus
{
    /// <summary>Loaded; its rules and policies can be used.</summary>
    Active,

    /// <summary>Switched off by a file named <c>disabled</c> in its folder.</summary>
    Disabled,

    /// <summary>Made for other versions of the host. Nothing is wrong with it, and none of its code ran.</summary>
    Incompatible,

    /// <summary>Not trusted: broken manifest, wrong hash, foreign file, open permissions, or an id that is taken.</summary>
    Refused,

    /// <summary>Failed: it could not be loaded, offers what cannot be used, or threw.</summary>
    Quarantined,
}
