namespace BitGrid;

/// <summary>One reading at one moment.</summary>
/// <param name="Reading">What was measured; fixes unit and sign.</param>
/// <param name="Value">The value; <see langword="null"/> when the device says that it has none.</param>
/// <param name="LoadId">The load that a <c>miner_…</c> reading belongs to; <see langword="null"/> for readings of the site, and for the first load.</param>
public readonly record struct Measurement(Reading Reading, double? Value, string? LoadId = null);
