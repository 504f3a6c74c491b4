using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using MQTTnet;
using MQTTnet.Protocol;

namespace BitGrid.Host.Tests.Mqtt;

/// <summary>Another program of the house at the same broker: it sends, and writes down what it hears.</summary>
sealed class Neighbour : IAsyncDisposable
{
    readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();

    public ConcurrentQueue<(string Topic, string Text, bool Retained)> Heard { get; } = [];

    /// <summary>Connects, and hears everything below a topic.</summary>
    public static async Task<Neighbour> AtAsync(int port, string listenTo = "bitgrid/#")
    {
        Neighbour neighbour = new();
        neighbour._client.ApplicationMessageReceivedAsync += message =>
        {
            neighbour.Heard.Enqueue((message.ApplicationMessage.Topic, Encoding.UTF8.GetString(message.ApplicationMessage.Payload.ToArray()), message.ApplicationMessage.Retain));
            return Task.CompletedTask;
        };
        await neighbour._client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).Build());
        await neighbour._client.SubscribeAsync(listenTo);
        return neighbour;
    }

    public Task SayAsync(string topic, string text, bool retain = false, MqttQualityOfServiceLevel quality = MqttQualityOfServiceLevel.AtLeastOnce) =>
        SayAsync(topic, Encoding.UTF8.GetBytes(text), retain, quality);

    public Task SayAsync(string topic, byte[] payload, bool retain = false, MqttQualityOfServiceLevel quality = MqttQualityOfServiceLevel.AtLeastOnce) =>
        _client.PublishAsync(new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload).WithRetainFlag(retain).WithQualityOfServiceLevel(quality).Build());

    /// <summary>The first message of a topic that fits; waits for it.</summary>
    public async Task<string> HearsAsync(string topic, Func<string, bool>? fits = null)
    {
        bool Fits((string Topic, string Text, bool Retained) heard) => heard.Topic == topic && (fits is null || fits(heard.Text));
        await Wait.UntilAsync(() => Heard.Any(Fits), $"a message of {topic}");
        return Heard.First(Fits).Text;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisconnectAsync();
        _client.Dispose();
    }
}
