namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A sign of life in a stream of events.</summary>
/// <param name="Time">This moment on the house's clock.</param>
/// <param name="ConfigHash">The configuration in force.</param>
internal sealed record BeatDocument(DateTime Time, string ConfigHash);
