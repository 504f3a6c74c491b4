using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>What happened last.</summary>
/// <param name="Events">The events, the newest first.</param>
internal sealed record EventsDocument(ImmutableArray<EventDocument> Events);
