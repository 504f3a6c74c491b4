namespace BitGrid.Host.Live;

/// <summary>
/// The memory that survives. Nothing here throws: a full or broken disk must not stop a decision. What cannot be written is
/// kept in memory as long as there is room, tried again, and told as a health event.
/// </summary>
internal interface IJournal
{
    /// <summary>Writes decisions in one transaction, together with everything noted since the last.</summary>
    /// <returns>True when they are on the disk.</returns>
    bool Append(IReadOnlyList<TakenDecision> decisions);

    /// <summary>Notes an event; it is written with the next decisions, or within a minute.</summary>
    void Note(HealthEvent happened);

    /// <summary>Notes a wish; it is on the disk when this returns, unless the disk fails.</summary>
    void Note(OverrideRequest request);

    /// <summary>Where a load was when the program ended.</summary>
    LoadRecovery Recover(string loadId);
}
