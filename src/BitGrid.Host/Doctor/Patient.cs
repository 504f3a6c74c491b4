using BitGrid.Host.Configuration;
using BitGrid.Host.Plugins;
using BitGrid.Host.Service;

namespace BitGrid.Host.Doctor;

/// <summary>The house that is looked at.</summary>
/// <param name="ConfigFolder">Folder of the configuration.</param>
/// <param name="DataFolder">Folder of everything that is kept.</param>
/// <param name="PluginsFolder">Folder of the plugins.</param>
/// <param name="Plugins">The loaded plugins.</param>
/// <param name="Config">What came of reading the configuration.</param>
internal sealed record Patient(string ConfigFolder, string DataFolder, string PluginsFolder, PluginCatalog Plugins, ConfigResult Config)
{
    /// <summary>The configuration; <see langword="null"/> when it cannot be used.</summary>
    public SiteConfiguration? House => Config.Configuration;

    /// <summary>The process that runs it; <see langword="null"/> when it is not running.</summary>
    public int? Process { get; } = Service.DataFolder.ProcessIn(DataFolder);
}
