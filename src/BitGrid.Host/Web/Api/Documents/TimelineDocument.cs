using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A page of the past.</summary>
/// <param name="Decisions">The decisions, the newest first; whole blocks only.</param>
/// <param name="NextUntil">The parameter until of the page after; null when there is none. A page may be short, or empty, and still have one after it.</param>
internal sealed record TimelineDocument(ImmutableArray<DecisionSummary> Decisions, long? NextUntil);
