using System.Collections.Immutable;
using BitGrid.Host.Scenarios;

namespace BitGrid.Host.Gate;

/// <summary>Judges the scenarios of a candidate. One that what runs now fails too is told, and stops nothing: the change does not make it worse.</summary>
internal static class ScenarioJudge
{
    /// <summary>Judges all of them.</summary>
    public static IEnumerable<GateFinding> Judge(IReadOnlyList<ScenarioResult> before, IReadOnlyList<ScenarioResult> after, ImmutableArray<SettingChange> settings)
    {
        HashSet<string> failing = [.. before.Where(result => result.Verdict == ScenarioVerdict.Failed).Select(result => result.Id)];
        return after.Select(result => Finding(result, failing.Contains(result.Id), settings));
    }

    static GateFinding Finding(ScenarioResult result, bool failsNow, ImmutableArray<SettingChange> settings)
    {
        GateVerdict verdict = result.Verdict switch
        {
            ScenarioVerdict.Passed => GateVerdict.Passed,
            ScenarioVerdict.NotApplicable => GateVerdict.NotJudged,
            _ => failsNow ? GateVerdict.AlreadyNow : GateVerdict.Failed,
        };
        string behind = verdict == GateVerdict.Failed && !settings.IsEmpty ? $". Changed: {string.Join(", ", settings)}" : "";
        return new(FindingKind.Scenario, result.Id, result.Title, verdict, result.Why + behind) { Settings = verdict == GateVerdict.Failed ? settings : [] };
    }
}
