namespace BitGrid.Host.History;

/// <summary>A page of the past.</summary>
/// <param name="Decisions">The decisions, the newest first; whole blocks only.</param>
/// <param name="Next">The <see cref="HistoryQuery.Until"/> of the page after; <see langword="null"/> when there is none. A page may be short, or empty, and still have one after it: nobody reads years in one go.</param>
internal sealed record HistoryPage(IReadOnlyList<PastDecision> Decisions, Block? Next);
