using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Host.Recordings;
using BitGrid.Host.Scenarios;

namespace BitGrid.Host.Gate;

/// <summary>
/// Judges a change before it runs the house: is it sound, does it pass the scenarios, and what would it have done on the house's own
/// recorded days? Nothing is switched and nothing but an acceptance is written.
/// </summary>
/// <param name="request">What is asked.</param>
/// <param name="clock">Stamps acceptances.</param>
internal sealed class GateJob(GateRequest request, TimeProvider clock)
{
    readonly List<GateFinding> _findings = [];
    readonly List<string> _notes = [];

    /// <summary>Judges.</summary>
    /// <exception cref="GateException">Nothing can be judged.</exception>
    public GateResult Run()
    {
        using CandidateFolder candidate = CandidateFolder.Open(request.Candidate);
        using CandidateFolder? old = request.Baseline is { } path ? CandidateFolder.Open(path) : null;
        Sides sides = new(request);
        List<GateFinding> known = [];
        List<GateFinding> faults = [];
        IGateSide baseline = sides.OpenBaseline(old, known);
        IGateSide? side = sides.OpenCandidate(candidate, faults);
        _findings.AddRange(faults.Select(fault => known.Contains(fault) ? fault with { Verdict = GateVerdict.AlreadyNow } : fault));
        GateResult result = new()
        {
            Candidate = request.Candidate,
            Version = side?.Version ?? "",
            ConfigHash = side?.Configuration.ConfigHash ?? "",
            BaselineVersion = baseline.Version,
            BaselineConfigHash = baseline.Configuration.ConfigHash,
            Findings = [],
        };
        return side is null ? result with { Findings = [.. _findings] } : Complete(Compare(result, baseline, side));
    }

    GateResult Compare(GateResult result, IGateSide before, IGateSide after)
    {
        result = result with { Settings = SettingChange.Between(before.Configuration, after.Configuration) };
        PlayScenarios(before, after, result.Settings);
        if (Recorded(before) is not { } period)
            return result;
        RecordedDays days = RecordedDays.Read(request.Data, period, before.Configuration.Site);
        Replayed now = before.Replay(request.Data, period);
        Replayed then = after.Replay(request.Data, period);
        RecordedRegret regret = new(days, before.Configuration);
        result = result with
        {
            Period = (DateOf(days.Rows[0].State.Block), DateOf(days.Rows[^1].State.Block)),
            Changes = DecisionChanges.Between(now, then, result.Settings),
            Before = GateFigures.Of(now, Hazards.In(now, days, before.Configuration.Site, before.Configuration.Gates), regret.Of(before)),
            After = GateFigures.Of(then, Hazards.In(then, days, before.Configuration.Site, before.Configuration.Gates), regret.Of(after)),
            Now = now,
            Then = then,
        };
        KpiJudge judge = new(before.Configuration.Gates, result.Changes, result.Settings);
        _findings.AddRange(GateKpi.All.Select(kpi => judge.Judge(kpi, result.Before[kpi], result.After[kpi])));
        _findings.AddRange(ChangeJudge.JudgeLoads(now, then));
        _findings.AddRange(ChangeJudge.Judge(result.Changes, result.Settings));
        AddRuleFaults(after);
        return result;
    }

    void PlayScenarios(IGateSide before, IGateSide after, ImmutableArray<SettingChange> settings)
    {
        string[] suites = ScenarioSuite.FoldersOf(request.Config);
        try
        {
            _findings.AddRange(ScenarioJudge.Judge(before.Play(suites), after.Play(suites), settings));
        }
        catch (ScenarioException fault)
        {
            throw new GateException(fault.Message, fault);
        }
    }

    Period? Recorded(IGateSide before)
    {
        if (!Path.Exists(request.Data))
            _notes.Add($"{request.Data}: there are no recorded days, so only the scenarios were played. Name them with --data.");
        else if (RecordedDays.Last(request.Data, request.Days ?? before.Configuration.Gates.Days, before.Configuration.Site) is { } period)
            return period;
        else
            _notes.Add($"{request.Data}: nothing is recorded yet, so only the scenarios were played.");
        return null;
    }

    void AddRuleFaults(IGateSide side)
    {
        foreach (Engine.RuleFault fault in side is OwnSide own ? own.Faults : [])
            _findings.Add(new(FindingKind.Candidate, $"rule:{fault.Id}", $"'{fault.Id}' decides without a fault", GateVerdict.Failed, string.Create(CultureInfo.InvariantCulture, $"it failed in block {fault.Block.Id}: it {fault.Message}")));
    }

    GateResult Complete(GateResult result)
    {
        AcceptanceLog log = new(request.Data);
        ImmutableArray<Acceptance> accepted = log.Of(result.ConfigHash, result.Version);
        foreach (string id in request.Accept)
        {
            if (_findings.Find(finding => finding.Id == id && finding.CanBeAccepted) is { } finding)
                accepted = accepted.Add(Accept(log, finding, result));
            else
                _notes.Add($"--accept {id}: nothing that can be accepted failed under this name.");
        }

        HashSet<string> intended = [.. accepted.Select(acceptance => acceptance.Id)];
        IEnumerable<GateFinding> findings = _findings.Select(finding => finding.CanBeAccepted && intended.Contains(finding.Id) ? finding with { Verdict = GateVerdict.Accepted } : finding);
        return result with
        {
            Findings = [.. findings.OrderBy(finding => finding.Verdict).ThenBy(finding => finding.Kind)],
            Acceptances = [.. accepted.Where(acceptance => _findings.Exists(finding => finding.Id == acceptance.Id))],
            Notes = [.. _notes],
        };
    }

    Acceptance Accept(AcceptanceLog log, GateFinding finding, GateResult result)
    {
        Acceptance acceptance = new(clock.GetUtcNow(), Environment.UserName, finding.Id, request.Because, result.ConfigHash, result.Version, finding.Message);
        log.Add(acceptance);
        return acceptance;
    }

    static DateOnly DateOf(Block block) => DateOnly.FromDateTime(block.WindowStart.UtcDateTime);
}
