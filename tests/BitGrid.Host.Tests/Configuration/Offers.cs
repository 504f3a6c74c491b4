using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Configuration;

/// <summary>What the built-in plugins offer, loaded as the program loads them.</summary>
static class Offers
{
    public static PluginOffers BuiltIn { get; } = OnlyBuiltIn(
        PluginCatalog.Load(PluginFolder.Find(option: null, variable: null, AppContext.BaseDirectory), PluginCatalog.HostVersion).Offers);

    /// <summary>A rule of this test project, described as if a plugin named <c>stranger</c> had brought it.</summary>
    public static RuleOffer Rule(Type type) => PluginOffers.Of("stranger", [type]).Rules.Single();

    static PluginOffers OnlyBuiltIn(PluginOffers all) => new(
        [.. all.Rules.Where(rule => IsBuiltIn(rule.PluginId))],
        [.. all.Policies.Where(policy => IsBuiltIn(policy.PluginId))],
        [.. all.Devices.Where(device => IsBuiltIn(device.PluginId))]);

    static bool IsBuiltIn(string plugin) => plugin.StartsWith("bitgrid.", StringComparison.Ordinal);
}
