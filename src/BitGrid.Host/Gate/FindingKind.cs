namespace BitGrid.Host.Gate;

/// <summary>What a finding is about. The first part of its name.</summary>
internal enum FindingKind
{
    /// <summary>Whether the candidate can run at all: its configuration, plugins and program.</summary>
    Candidate,

    /// <summary>A scenario.</summary>
    Scenario,

    /// <summary>A figure of the recorded days.</summary>
    Kpi,

    /// <summary>Decisions that differ.</summary>
    Change,
}
