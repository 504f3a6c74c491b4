namespace BitGrid.Engine.Replay;

/// <summary>One recorded block of one load.</summary>
/// <param name="State">Readings of the site.</param>
/// <param name="LoadId">The load the readings belong to; <see langword="null"/> when the recording names none: then it is the first load of the site.</param>
/// <param name="Readings">Readings of the load.</param>
/// <param name="Recorded">What the load did then; <see langword="null"/> when it was not recorded.</param>
public sealed record ReplayRow(EnergyState State, string? LoadId, LoadReadings Readings, LoadStatus? Recorded);
