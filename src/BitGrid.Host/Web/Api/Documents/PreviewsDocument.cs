using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>What the next block will bring.</summary>
/// <param name="Loads">One entry per load, in order of priority.</param>
internal sealed record PreviewsDocument(ImmutableArray<PreviewDocument> Loads);
