namespace BitGrid.Simulation;

/// <summary>A stretch of an appliance's course.</summary>
/// <param name="Minutes">Length.</param>
/// <param name="PowerW">Mean power, W.</param>
public readonly record struct Stage(int Minutes, double PowerW);
