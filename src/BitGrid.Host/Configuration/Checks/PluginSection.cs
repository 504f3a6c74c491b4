using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>The section of a rule or policy together with what its plugin says about it.</summary>
/// <param name="Path">The section's path: <c>rules.R1</c>.</param>
/// <param name="At">Where its key begins, or the key that asks for it.</param>
/// <param name="Node">Its content; <see langword="null"/> when it is not written: all defaults.</param>
/// <param name="Id">Id of the rule or policy.</param>
/// <param name="PluginId">The plugin it comes from.</param>
/// <param name="OptionsType">Its record of options; <see langword="null"/> when it has none.</param>
/// <param name="FaultSeverity">What it means when the plugin's code fails.</param>
/// <param name="FaultRepair">What to do then.</param>
internal sealed record PluginSection(
    string Path,
    Position At,
    ConfigNode? Node,
    string Id,
    string PluginId,
    Type? OptionsType,
    FaultSeverity FaultSeverity,
    string FaultRepair);
