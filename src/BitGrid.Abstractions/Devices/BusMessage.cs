namespace BitGrid;

/// <summary>A message of the bus.</summary>
/// <param name="Topic">Full topic.</param>
/// <param name="Payload">Content; only valid during the call it came with.</param>
/// <param name="Retained">True when the broker had kept it: it may be old.</param>
public readonly record struct BusMessage(string Topic, ReadOnlyMemory<byte> Payload, bool Retained);
