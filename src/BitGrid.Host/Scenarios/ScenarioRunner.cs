using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Engine;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Scenarios;

/// <summary>Plays scenarios in a house: with its configuration, its plugins and the real engine.</summary>
/// <param name="house">The configuration.</param>
/// <param name="engine">The engine made of it.</param>
internal sealed class ScenarioRunner(SiteConfiguration house, DecisionEngine engine)
{
    const int MostDifferencesTold = 3;

    readonly ScenarioValues _values = new(house);

    /// <summary>Plays one scenario.</summary>
    /// <exception cref="ScenarioException">It cannot be asked as it is written.</exception>
    public ScenarioResult Run(Scenario scenario)
    {
        if (scenario.Part == ScenarioPart.Host)
            return NotApplicable(scenario, "it is about the running house; the project's own tests play it");
        if (ScenarioNeeds.Unmet(scenario, house) is { } unmet)
            return NotApplicable(scenario, unmet);
        ImmutableArray<ScenarioRow> rows = [.. Rows(scenario)];
        string[] differences = [.. rows.Where(row => row.Difference is not null).Select(row => Sentence(row))];
        return new(scenario.Id, scenario.Title, differences.Length == 0 ? ScenarioVerdict.Passed : ScenarioVerdict.Failed, Shortened(differences), rows);
    }

    IEnumerable<ScenarioRow> Rows(Scenario scenario)
    {
        ScenarioHouse load = new(house.Site, engine, _values, scenario);
        int before = -1;
        foreach (ScenarioStep step in scenario.Steps)
        {
            for (int block = step.FirstBlock; block < step.FirstBlock + step.Blocks; block++)
            {
                DecisionRecord record = load.Decide(step, block, Math.Max(0, block - before));
                before = block;
                yield return new(step, record, Expectation.Difference(scenario, step, record));
            }
        }
    }

    static string Shortened(string[] differences) => differences.Length <= MostDifferencesTold
        ? string.Join("; ", differences)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join("; ", differences.Take(MostDifferencesTold))}; and {differences.Length - MostDifferencesTold} more");

    static ScenarioResult NotApplicable(Scenario scenario, string why) => new(scenario.Id, scenario.Title, ScenarioVerdict.NotApplicable, why, []);

    static string Sentence(ScenarioRow row)
    {
        string story = row.Step[ScenarioColumns.Story];
        return string.Create(CultureInfo.InvariantCulture, $"{row.Record.Time:HH:mm}{(story.Length == 0 ? "" : $" ({story})")}: {row.Difference}");
    }
}
