using System.Collections.Concurrent;
using BitGrid.Engine;
using BitGrid.Host.Configuration;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Cli;

/// <summary>A house ready to decide: its plugins, its configuration, and the engine made of both.</summary>
/// <param name="Plugins">The loaded plugins with their status.</param>
/// <param name="Configuration">The configuration in force.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Faults">The first fault of each rule and policy that failed while deciding, by its id; grows as they do.</param>
internal sealed record House(PluginCatalog Plugins, SiteConfiguration Configuration, DecisionEngine Engine, ConcurrentDictionary<string, RuleFault> Faults)
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
        ConcurrentDictionary<string, RuleFault> faults = new(StringComparer.Ordinal); // a fleet decides on all cores
        EngineSettings settings = new()
        {
            Autonomy = configuration.Autonomy,
            EngineVersion = ProductVersion.Text,
            ConfigHash = configuration.ConfigHash,
            OnFault = fault => faults.TryAdd(fault.Id, fault),
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

    /// <summary>All that results follow from beside what is decided about: with it parts of one piece of work are known.</summary>
    public IEnumerable<(string Name, string Value)> Origin =>
    [
        ("config_hash", Configuration.ConfigHash),
        ("engine_version", ProductVersion.Text),
        ("plugins", string.Join(", ", Plugins.Plugins.Select(plugin => $"{plugin.Id} {plugin.Version} {plugin.Status}"))),
    ];

    /// <summary>Tells of plugins whose rules or policies failed while deciding.</summary>
    public void ReportFaults(Terminal terminal)
    {
        foreach (RuleFault fault in Faults.Values.OrderBy(fault => fault.Id, StringComparer.Ordinal))
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
