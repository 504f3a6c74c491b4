using System.Collections.Immutable;

namespace BitGrid.Host.Gate;

/// <summary>One thing that was judged.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">Its name within the kind.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Verdict">The judgement.</param>
/// <param name="Message">Why, as a sentence; empty when there is nothing to say.</param>
internal sealed record GateFinding(FindingKind Kind, string Name, string Title, GateVerdict Verdict, string Message = "")
{
    /// <summary>Name by which it can be accepted: <c>kpi:switches_per_day</c>.</summary>
    public string Id => $"{Kind.ToString().ToLowerInvariant()}:{Name}";

    /// <summary>True when somebody may say that it is intended. That a candidate cannot run is never intended.</summary>
    public bool CanBeAccepted => Verdict == GateVerdict.Failed && Kind != FindingKind.Candidate;

    /// <summary>The value now, where it is about one.</summary>
    public string Before { get; init; } = "";

    /// <summary>The value with the candidate.</summary>
    public string After { get; init; } = "";

    /// <summary>What is allowed.</summary>
    public string Allowed { get; init; } = "";

    /// <summary>The days on which it got worse, the worst first.</summary>
    public ImmutableArray<DayValue> Days { get; init; } = [];

    /// <summary>Settings that are behind it.</summary>
    public ImmutableArray<SettingChange> Settings { get; init; } = [];
}
