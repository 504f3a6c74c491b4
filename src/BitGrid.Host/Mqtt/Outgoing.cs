namespace BitGrid.Host.Mqtt;

/// <summary>A message to be sent.</summary>
internal readonly record struct Outgoing(string Topic, byte[] Payload, bool Retain);
