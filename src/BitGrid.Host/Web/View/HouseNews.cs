using BitGrid.Host.Live;

namespace BitGrid.Host.Web.View;

/// <summary>Something that has just happened; exactly one of its members is there.</summary>
/// <param name="Decision">A decision; it is on the disk.</param>
/// <param name="Event">Something that happened to the house or to BitGrid.</param>
internal sealed record HouseNews(TakenDecision? Decision, HealthEvent? Event);
