using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A configuration that was in force.</summary>
/// <param name="ConfigHash">Its hash.</param>
/// <param name="FirstActive">Since when, the first time.</param>
/// <param name="Changes">How it differs from the one before; empty for the first.</param>
internal sealed record ConfigVersionDocument(string ConfigHash, DateTime FirstActive, ImmutableArray<FileChange> Changes);
