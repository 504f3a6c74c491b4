using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Who did what from outside.</summary>
/// <param name="Entries">The newest first.</param>
internal sealed record AuditsDocument(ImmutableArray<AuditDocument> Entries);
