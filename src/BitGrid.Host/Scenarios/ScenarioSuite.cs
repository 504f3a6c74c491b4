using BitGrid.Engine;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Scenarios;

/// <summary>The scenarios that BitGrid is shipped with, and those of a house.</summary>
internal static class ScenarioSuite
{
    const string FolderName = "scenarios";

    /// <summary>The folders of scenarios for a house: what came with this program, and what its configuration has of its own.</summary>
    public static string[] FoldersOf(string configFolder) => [Path.Combine(AppContext.BaseDirectory, FolderName), Path.Combine(configFolder, FolderName)];

    /// <summary>The scenarios of several folders, one after the other.</summary>
    /// <exception cref="ScenarioException">One of them is no scenario.</exception>
    public static IReadOnlyList<Scenario> Read(params IEnumerable<string> folders) => [.. folders.SelectMany(ScenarioReader.ReadFolder)];

    /// <summary>Plays scenarios in a house.</summary>
    /// <exception cref="ScenarioException">One of them cannot be asked as it is written.</exception>
    public static IReadOnlyList<ScenarioResult> Run(IEnumerable<Scenario> scenarios, SiteConfiguration house, DecisionEngine engine)
    {
        ScenarioRunner runner = new(house, engine);
        return [.. scenarios.Select(runner.Run)];
    }
}
