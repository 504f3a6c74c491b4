using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>How a file differs from the version before.</summary>
/// <param name="File">The file.</param>
/// <param name="Lines">The lines that came or went, in order.</param>
internal sealed record FileChange(string File, ImmutableArray<LineChange> Lines);
