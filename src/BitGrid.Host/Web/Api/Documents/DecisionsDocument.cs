using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>The decisions of one block.</summary>
/// <param name="BlockId">The block.</param>
/// <param name="WindowStart">Its first instant.</param>
/// <param name="Decisions">The regular ones first, then those between two ticks.</param>
internal sealed record DecisionsDocument(long BlockId, DateTime WindowStart, ImmutableArray<DecisionDocument> Decisions);
