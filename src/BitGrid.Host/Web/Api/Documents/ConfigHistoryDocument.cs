using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Every configuration that was ever in force.</summary>
/// <param name="Versions">The newest first.</param>
internal sealed record ConfigHistoryDocument(ImmutableArray<ConfigVersionDocument> Versions);
