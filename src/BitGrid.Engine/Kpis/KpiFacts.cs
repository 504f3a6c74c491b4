namespace BitGrid.Engine.Kpis;

/// <summary>What key figures need to know about a decision beside what it says itself.</summary>
/// <param name="IsSafety">True when a rule of the Safety tier decided.</param>
/// <param name="IsExplained">True when its reason can be told in both languages from recorded conditions.</param>
/// <param name="IsTraced">True when it has an energy path with a reason for each path.</param>
/// <param name="SatsPerKwh">Yield of mining, sats/kWh; <see langword="null"/> when unknown, or when the load does not mine.</param>
internal readonly record struct KpiFacts(bool IsSafety, bool IsExplained, bool IsTraced, double? SatsPerKwh);
