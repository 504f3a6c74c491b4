namespace BitGrid.Host.Live.Signals;

/// <summary>One reading as it is known now.</summary>
/// <param name="Reading">Which.</param>
/// <param name="LoadId">The load it belongs to; <see langword="null"/> for one of the site.</param>
/// <param name="State">What can be said of it.</param>
/// <param name="Value">Its last value, however old; <see langword="null"/> when it never came.</param>
/// <param name="Age">Since when it has not been told; <see langword="null"/> when it never came.</param>
internal sealed record SignalGlance(Reading Reading, string? LoadId, SignalState State, double? Value, TimeSpan? Age);
