namespace BitGrid.Host.Mqtt;

/// <summary>How the connection to the broker is.</summary>
/// <param name="IsConnected">True while there is one.</param>
/// <param name="Since">Since when it is as it is, UTC.</param>
/// <param name="LastError">Why it was last lost or could not be made; <see langword="null"/> when it never was.</param>
/// <param name="Received">Messages received since the start.</param>
/// <param name="Sent">Messages that the broker has acknowledged since the start.</param>
/// <param name="ReceiverFaults">Messages that a receiver could not cope with, since the start.</param>
internal sealed record BusStatus(bool IsConnected, DateTimeOffset Since, string? LastError, long Received, long Sent, long ReceiverFaults);
