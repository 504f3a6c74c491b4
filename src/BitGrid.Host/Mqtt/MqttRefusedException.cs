using MQTTnet;

namespace BitGrid.Host.Mqtt;

/// <summary>The broker answered and does not want this client.</summary>
internal sealed class MqttRefusedException(MqttClientConnectResultCode code) : Exception($"The broker refuses the connection: {code}.")
{
    public MqttClientConnectResultCode Code { get; } = code;
}
