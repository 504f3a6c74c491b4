using System.Collections.Immutable;

namespace BitGrid.Host.Gate;

/// <summary>What the gate says, and all it was found from.</summary>
internal sealed record GateResult
{
    /// <summary>What was judged, as it was named.</summary>
    public required string Candidate { get; init; }

    /// <summary>Version of the candidate's program.</summary>
    public required string Version { get; init; }

    /// <summary>Hash of the candidate's configuration; empty when it is faulty.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>Version of what runs now.</summary>
    public required string BaselineVersion { get; init; }

    /// <summary>Hash of the configuration that is in force now.</summary>
    public required string BaselineConfigHash { get; init; }

    /// <summary>First and last recorded day, UTC; <see langword="null"/> when there was none.</summary>
    public (DateOnly First, DateOnly Last)? Period { get; init; }

    /// <summary>Everything that was judged: what failed first.</summary>
    public required ImmutableArray<GateFinding> Findings { get; init; }

    /// <summary>Settings that the candidate has otherwise.</summary>
    public ImmutableArray<SettingChange> Settings { get; init; } = [];

    /// <summary>Decisions that differ.</summary>
    public DecisionChanges Changes { get; init; } = DecisionChanges.None;

    /// <summary>Figures now.</summary>
    public IReadOnlyDictionary<GateKpi, KpiSeries> Before { get; init; } = new Dictionary<GateKpi, KpiSeries>();

    /// <summary>Figures with the candidate.</summary>
    public IReadOnlyDictionary<GateKpi, KpiSeries> After { get; init; } = new Dictionary<GateKpi, KpiSeries>();

    /// <summary>Decisions now, for the charts.</summary>
    public Replayed? Now { get; init; }

    /// <summary>Decisions of the candidate, for the charts.</summary>
    public Replayed? Then { get; init; }

    /// <summary>What was said to be intended, of this candidate.</summary>
    public ImmutableArray<Acceptance> Acceptances { get; init; } = [];

    /// <summary>What was noticed besides.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>True when the candidate may run the house.</summary>
    public bool Passes => Findings.All(finding => finding.Verdict != GateVerdict.Failed);
}
