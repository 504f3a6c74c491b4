using BitGrid.Engine.Kpis;
using BitGrid.Host.Recordings;

namespace BitGrid.Host.Fleet;

/// <summary>What came out for one home.</summary>
/// <param name="Home">The home.</param>
/// <param name="Figures">Its key figures over the whole period; <see langword="null"/> when its recording cannot be relied on.</param>
/// <param name="Fingerprint">Fingerprint of its decisions, if it was asked for.</param>
/// <param name="Report">What was noticed in its recording.</param>
internal sealed record HomeResult(FleetHome Home, KpiFigures? Figures, string? Fingerprint, InputReport Report);
