namespace BitGrid.Host.Web.Api.Documents;

/// <summary>How much BitGrid does by itself.</summary>
/// <param name="Autonomy">full, semi or manual.</param>
/// <param name="ConfigHash">The configuration that says so.</param>
internal sealed record AutonomyDocument(string Autonomy, string ConfigHash);
