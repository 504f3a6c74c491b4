using System.Globalization;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Scenarios;

namespace BitGrid.Host.Cli.Views;

/// <summary>Results of scenarios, a line each, those that failed first; in detail with every decision.</summary>
internal static class ScenarioView
{
    public static void Show(Terminal terminal, IReadOnlyList<ScenarioResult> results, bool inDetail, Language language)
    {
        foreach (ScenarioResult result in results.OrderBy(result => result.Verdict != ScenarioVerdict.Failed))
        {
            terminal.Line($"{Mark(result.Verdict)} {result.Id}: {result.Title}{(result.Why.Length == 0 ? "" : $"\n    {result.Why}")}");
            if (inDetail)
                ShowRows(terminal, result, new Explainer(language));
        }

        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"{results.Count} scenarios: {Count(results, ScenarioVerdict.Passed)} passed, {Count(results, ScenarioVerdict.Failed)} failed, {Count(results, ScenarioVerdict.NotApplicable)} do not apply here"));
    }

    static void ShowRows(Terminal terminal, ScenarioResult result, Explainer explainer)
    {
        foreach (ScenarioRow row in result.Rows)
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {(row.Difference is null ? ' ' : '✗')} {row.Record.Time:HH:mm}  {row.Step[ScenarioColumns.Story],-28}  {explainer.Sentence(row.Record)} [{row.Record.Reason.Code}]"));
    }

    static int Count(IEnumerable<ScenarioResult> results, ScenarioVerdict verdict) => results.Count(result => result.Verdict == verdict);

    static char Mark(ScenarioVerdict verdict) => verdict switch
    {
        ScenarioVerdict.Passed => '✓',
        ScenarioVerdict.Failed => '✗',
        _ => '–',
    };
}
