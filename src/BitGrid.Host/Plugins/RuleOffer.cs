namespace BitGrid.Host.Plugins;

/// <summary>A rule that a loaded plugin offers; it votes only when the configuration has a section for it.</summary>
/// <param name="PluginId">The plugin it comes from.</param>
/// <param name="Id">Key of its section in <c>bitgrid_rules.yaml</c>.</param>
/// <param name="Tier">Rank of its votes.</param>
/// <param name="Type">Its class.</param>
/// <param name="OptionsType">Its record of options; <see langword="null"/> when it has none.</param>
internal sealed record RuleOffer(string PluginId, string Id, RuleTier Tier, Type Type, Type? OptionsType)
{
    /// <summary>Creates the rule.</summary>
    /// <exception cref="PluginFaultException">The rule cannot be created.</exception>
    public IRule Create(object? options) => Creation.Create<IRule>(PluginId, Id, Type, OptionsType is null ? [] : [options]);
}
