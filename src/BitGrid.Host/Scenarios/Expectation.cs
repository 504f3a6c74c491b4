using System.Globalization;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Scenarios;

/// <summary>
/// Compares a decision with what a row expects: words such as <c>Start</c>, <c>Stop/Hold</c>, <c>runs</c> and <c>off</c>, reason
/// codes such as <c>R1_*</c>, the preferred path of energy and the rejected ones.
/// </summary>
internal static class Expectation
{
    static readonly string[] Allowed = ["Start", "Stop", "Hold", "SetLevel", "runs", "off"];

    /// <summary>How a decision differs from the row; <see langword="null"/> when it does not.</summary>
    /// <exception cref="ScenarioException">The row expects something that cannot be.</exception>
    public static string? Difference(Scenario scenario, ScenarioStep step, DecisionRecord record)
    {
        string[] actions = Alternatives(step.Expect, '/');
        if (actions.FirstOrDefault(word => !Allowed.Contains(word, StringComparer.Ordinal)) is { } unknown)
            throw new ScenarioException(string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{step.Line}: expect '{unknown}' is not known. Allowed: {string.Join(", ", Allowed)}, several apart by '/'. Correct it."));
        string[] differences = [.. Decision(step, actions, record), .. Paths(step, record.EnergyPath)];
        return differences.Length == 0 ? null : string.Join(", and ", differences);
    }

    static IEnumerable<string> Decision(ScenarioStep step, string[] actions, DecisionRecord record)
    {
        string[] reasons = Alternatives(step.Because, '/');
        if ((actions.Length > 0 && !actions.Any(word => IsMet(word, record))) || (reasons.Length > 0 && !reasons.Any(code => IsMet(code, record.Reason))))
            yield return $"expected {Text(step.Expect, step.Because)}, got {Text(Words.Of(record.Action), record.Reason.Code)}";
    }

    static IEnumerable<string> Paths(ScenarioStep step, PathChoice choice)
    {
        if (step.Path.Length > 0 && step.Path != Words.Of(choice.Preferred))
            yield return $"expected the path {step.Path}, got {Words.Of(choice.Preferred)}";
        string[] rejections = [.. Enum.GetValues<EnergyPath>().Where(path => path != choice.Preferred).Select(path => $"{Words.Of(path)} {choice.ReasonFor(path).Code}")];
        foreach (string missing in Alternatives(step.Rejected, ',').Except(rejections, StringComparer.Ordinal))
            yield return $"expected '{missing}' among the rejected paths, got {string.Join(", ", rejections)}";
    }

    static bool IsMet(string word, DecisionRecord record) => word switch
    {
        "runs" => record.NewState.Running,
        "off" => !record.NewState.Running,
        _ => Words.Of(record.Action) == word,
    };

    static bool IsMet(string code, Reason reason) =>
        code.EndsWith('*') ? reason.Code.StartsWith(code[..^1], StringComparison.Ordinal) : reason.Code == code;

    static string[] Alternatives(string cell, char separator) => cell.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static string Text(string action, string reason) => reason.Length == 0 ? action : action.Length == 0 ? reason : $"{action} because of {reason}";
}
