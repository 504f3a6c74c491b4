using System.Collections.Immutable;

namespace BitGrid.Host.Store;

/// <summary>A configuration that became active.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Files">Content by file name.</param>
internal sealed record ConfigVersion(DateTimeOffset Time, string Hash, ImmutableSortedDictionary<string, byte[]> Files);
