using BitGrid.Host.Configuration;
using BitGrid.Host.Plugins;
using BitGrid.Host.Scenarios;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Tests.Plugins;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Scenarios;

/// <summary>Plays the scenarios of the repository in the shipped house and in houses like it.</summary>
static class ScenarioHouses
{
    static readonly PluginCatalog BuiltIn = PluginCatalog.Load(PluginFolder.Find(null, null, AppContext.BaseDirectory), PluginCatalog.HostVersion);

    public static IReadOnlyList<Scenario> All { get; } = ScenarioSuite.Read(RepositoryRoot.PathTo("tests/scenarios"));

    public static Scenario Named(string id) => All.Single(scenario => scenario.Id == id);

    public static IReadOnlyList<ScenarioResult> PlayIn(ConfigSandbox config, PluginStage? plugins = null, params IEnumerable<Scenario> scenarios)
    {
        PluginCatalog catalog = plugins?.Load() ?? BuiltIn;
        ConfigResult read = ConfigLoader.Load(config.Folder, catalog.Offers);
        Assert.True(read.Configuration is not null, read.Report());
        Host.Cli.House house = Host.Cli.House.Of(catalog, read.Configuration);
        return ScenarioSuite.Run(scenarios.Any() ? scenarios : All, house.Configuration, house.Engine);
    }
}
