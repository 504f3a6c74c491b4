namespace BitGrid.Boot;

/// <summary>A version that was tried, did not become healthy, and was left again.</summary>
/// <param name="Version">The version.</param>
/// <param name="Time">When it was left, UTC.</param>
/// <param name="Reason">Why, in a sentence without its subject, such as <c>ended with exit code 134 before it was healthy</c>.</param>
internal sealed record FailedVersion(string Version, DateTimeOffset Time, string Reason);
