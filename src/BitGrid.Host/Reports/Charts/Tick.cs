namespace BitGrid.Host.Reports.Charts;

/// <summary>A mark on an axis.</summary>
/// <param name="Share">Where: 0 at the beginning of the axis, 1 at its end.</param>
/// <param name="Label">What stands beside it.</param>
internal readonly record struct Tick(double Share, string Label);
