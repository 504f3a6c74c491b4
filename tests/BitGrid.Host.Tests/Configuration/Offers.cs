using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Configuration;

/// <summary>What the built-in plugins offer, loaded as the program loads them.</summary>
static class Offers
{
    static readonly PluginCatalog s_builtIn =
        PluginCatalog.Load(PluginFolder.Find(option: null, variable: null, AppContext.BaseDirectory), PluginCatalog.HostVersion);

    public static IReadOnlyList<RuleOffer> Rules { get; } = [.. s_builtIn.Rules.Where(rule => IsBuiltIn(rule.PluginId))];

    public static IReadOnlyList<PolicyOffer> Policies { get; } = [.. s_builtIn.Policies.Where(policy => IsBuiltIn(policy.PluginId))];

    /// <summary>A rule of this test project, described as if a plugin named <c>stranger</c> had brought it.</summary>
    public static RuleOffer Rule(Type type) => PluginOffers.Of("stranger", [type]).Rules.Single();

    static bool IsBuiltIn(string plugin) => plugin.StartsWith("bitgrid.", StringComparison.Ordinal);
}
