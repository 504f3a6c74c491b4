using BitGrid.Engine;
using BitGrid.Host.Configuration;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Cli;

/// <summary>A house ready to decide: its plugins, its configuration, and the engine made of both.</summary>
/// <param name="Plugins">The loaded plugins with their status.</param>
/// <param name="Configuration">The configuration in force.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Faults">Rules and policies that failed while deciding; grows as they do.</param>
internal sealed record House(PluginCatalog Plugins, SiteConfiguration Configuration, DecisionEngine Engine, IReadOnlyList<RuleFault> Faults)
{
    /// <summary>Loads plugins and configuration. What is wrong with either is told; without a usable configuration there is no house.</summary>
    public static House? Open(string configFolder, string? pluginsFolder, Terminal terminal)
    {
        if (LoadPlugins(pluginsFolder, terminal) is not { } plugins)
            return null;
        ConfigResult config = ConfigLoader.Load(configFolder, plugins.Offers);
        terminal.Error.Write(config.Report());
        return config.Configuration is { } configuration ? Of(plugins, configuration) : null;
    }

    /// <summary>A house of loaded plugins and a configuration.</summary>
    public static House Of(PluginCatalog plugins, SiteConfiguration configuration)
    {
        List<RuleFault> faults = [];
        EngineSettings settings = new()
        {
            Autonomy = configuration.Autonomy,
            EngineVersion = ProductVersion.Text,
            ConfigHash = configuration.ConfigHash,
            OnFault = faults.Add,
        };
        return new(plugins, configuration, new DecisionEngine(configuration.Rules, configuration.Policy, settings), faults);
    }

    /// <summary>Loads the plugins and tells of those that cannot be used.</summary>
    public static PluginCatalog? LoadPlugins(string? pluginsFolder, Terminal terminal)
    {
        try
        {
            PluginCatalog plugins = PluginCatalog.Load(PluginFolder.Default(pluginsFolder), PluginCatalog.HostVersion);
            TellOfUnusable(plugins, terminal);
            return plugins;
        }
        catch (DirectoryNotFoundException fault)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return null;
        }
    }

    /// <summary>Tells of plugins whose rules or policies failed while deciding.</summary>
    public void ReportFaults(Terminal terminal)
    {
        foreach (RuleFault fault in Faults.DistinctBy(fault => fault.Id))
            terminal.Error.WriteLine($"warning: plugin {PluginOf(fault.Id)} is quarantined: '{fault.Id}' failed in block {fault.Block.Id} and a safe vote stands in for it since: it {fault.Message}");
    }

    string PluginOf(string id) =>
        Plugins.Offers.Rules.FirstOrDefault(rule => rule.Id == id)?.PluginId ?? Plugins.Offers.Policies.First(policy => policy.Id == id).PluginId;

    static void TellOfUnusable(PluginCatalog plugins, Terminal terminal)
    {
        foreach (PluginReport plugin in plugins.Plugins.Where(plugin => plugin.Status is not (PluginStatus.Active or PluginStatus.Disabled)))
            terminal.Error.WriteLine($"warning: plugin {plugin.Id} is {plugin.Status.ToString().ToLowerInvariant()}: {plugin.Reason}");
    }
}
