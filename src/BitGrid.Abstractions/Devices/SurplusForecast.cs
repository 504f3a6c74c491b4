using System.Collections.Immutable;

namespace BitGrid;

/// <summary>Expected surplus of the coming blocks.</summary>
/// <param name="First">The block the first value is for.</param>
/// <param name="SurplusW">Mean surplus of each block, W: see <see cref="EnergyState.SurplusW"/>.</param>
/// <param name="Confidence">0 (none) to 1 (certain); <see langword="null"/> when unknown.</param>
public sealed record SurplusForecast(Block First, ImmutableArray<double> SurplusW, double? Confidence);
