using BitGrid.Host.Mqtt;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>The connection to the broker.</summary>
/// <param name="Connected">True while there is one.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="LastError">Why it was last lost; null when it never was.</param>
/// <param name="Received">Messages received since the start.</param>
/// <param name="Sent">Messages the broker has taken since the start.</param>
internal sealed record MqttDocument(bool Connected, DateTime Since, string? LastError, long Received, long Sent)
{
    public static MqttDocument Of(BusStatus status) => new(status.IsConnected, status.Since.UtcDateTime, status.LastError, status.Received, status.Sent);
}
