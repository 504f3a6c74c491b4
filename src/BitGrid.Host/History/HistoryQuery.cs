namespace BitGrid.Host.History;

/// <summary>Which decisions of the past are wanted, the newest first.</summary>
internal sealed record HistoryQuery
{
    /// <summary>Decisions of a page when nothing else is said.</summary>
    public const int UsualLimit = 100;

    /// <summary>Most decisions of a page; the last block of a page is always whole.</summary>
    public const int MostLimit = 1000;

    /// <summary>First block; <see langword="null"/>: the very first.</summary>
    public Block? From { get; init; }

    /// <summary>First block that is no longer wanted; <see langword="null"/>: none.</summary>
    public Block? Until { get; init; }

    /// <summary>Only of this load.</summary>
    public string? LoadId { get; init; }

    /// <summary>Only decided by this rule or policy.</summary>
    public string? Rule { get; init; }

    /// <summary>Only this action, in the words of the record.</summary>
    public string? Action { get; init; }

    /// <summary>Only this trigger, in the words of the record.</summary>
    public string? Trigger { get; init; }

    /// <summary>Only with this reason.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Decisions after which a page ends, 1 to <see cref="MostLimit"/>.</summary>
    public int Limit { get; init; } = UsualLimit;

    /// <summary>True for a decision that is wanted.</summary>
    public bool Wants(PastDecision past) =>
        !(past.Block < From) && !(past.Block >= Until)
        && (LoadId is null || past.LoadId == LoadId)
        && (Rule is null || past.DecidingRule == Rule)
        && (Action is null || past.Action == Action)
        && (Trigger is null || past.Trigger == Trigger)
        && (ReasonCode is null || past.ReasonCode == ReasonCode);
}
