using BitGrid.Host.Configuration;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Service;

/// <summary>A house that can be run: everything that is known before the first device is spoken to.</summary>
/// <param name="Request">How it is to be run.</param>
/// <param name="Data">The folder of everything that is kept.</param>
/// <param name="Plugins">The loaded plugins.</param>
/// <param name="Keeper">Where the configuration comes from.</param>
/// <param name="Configuration">The configuration to begin with.</param>
/// <param name="Refusal">Why the configuration as it stands is not the one in force; <see langword="null"/> when it is.</param>
internal sealed record HouseSetup(
    RunRequest Request, DataFolder Data, PluginCatalog Plugins, ConfigKeeper Keeper, SiteConfiguration Configuration, string? Refusal);
