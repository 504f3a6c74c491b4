namespace BitGrid.Host.Plugins;

/// <summary>What is known of one plugin folder.</summary>
/// <param name="Id">Id of the plugin, which is the name of its folder.</param>
/// <param name="Version">Version from the manifest; empty when the manifest cannot be read.</param>
/// <param name="Folder">Full path of its folder.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">Why, what is allowed and how to repair it; empty when active.</param>
/// <param name="Time">Since when the status holds, UTC.</param>
/// <param name="Rules">Ids of the rules it offers, sorted; empty unless it was loaded.</param>
/// <param name="Policies">Ids of the policies it offers, sorted; empty unless it was loaded.</param>
/// <param name="Drivers">Drivers of devices it offers, sorted; empty unless it was loaded.</param>
internal sealed record PluginReport(
    string Id,
    string Version,
    string Folder,
    PluginStatus Status,
    string Reason,
    DateTimeOffset Time,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Policies,
    IReadOnlyList<string> Drivers);
