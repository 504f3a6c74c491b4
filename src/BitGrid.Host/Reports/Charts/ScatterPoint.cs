namespace BitGrid.Host.Reports.Charts;

/// <summary>A point of two figures.</summary>
/// <param name="X">The figure to the right.</param>
/// <param name="Y">The figure upwards.</param>
/// <param name="Name">Shown when the point is pointed at.</param>
/// <param name="Group">Index of the group it belongs to.</param>
/// <param name="Label">Written beside the point; empty for most.</param>
internal readonly record struct ScatterPoint(double X, double Y, string Name, int Group = 0, string Label = "");
