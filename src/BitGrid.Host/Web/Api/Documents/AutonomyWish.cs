namespace BitGrid.Host.Web.Api.Documents;

/// <summary>How much BitGrid shall do by itself.</summary>
/// <param name="Autonomy">full, semi or manual.</param>
internal sealed record AutonomyWish(string Autonomy);
