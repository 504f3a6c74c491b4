using BitGrid.Host.Live;

namespace BitGrid.Host.Mqtt;

/// <summary>
/// Tells the house what BitGrid sees and does. Never blocks: messages are sent one by one in the background. While there is no
/// broker only the newest state of things is kept, and sent when there is one again.
/// </summary>
internal sealed class MqttPublisher : IAsyncDisposable
{
    // For what is waiting when the program ends, so that the last decision is told.
    static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    readonly MqttBus _bus;
    readonly string _baseTopic;
    readonly Outbox _outbox = new();
    readonly CancellationTokenSource _stop = new();
    readonly Task _sending;

    /// <param name="bus">The connection; outlives this.</param>
    /// <param name="baseTopic">What the topics begin with.</param>
    public MqttPublisher(MqttBus bus, string baseTopic)
    {
        (_bus, _baseTopic) = (bus, baseTopic);
        _bus.Connected += Repeat;
        _sending = Task.Run(SendAsync);
    }

    /// <summary>The state of the house.</summary>
    public void Publish(EnergyState state) => _outbox.Keep(MqttTopics.State(_baseTopic), MqttDocuments.Of(state));

    /// <summary>A decision, and what is left of a person's wish.</summary>
    public void Publish(TakenDecision decision)
    {
        string loadId = decision.Record.LoadId;
        _outbox.Keep(MqttTopics.Decision(_baseTopic, loadId), MqttDocuments.Of(decision));
        _outbox.Keep(MqttTopics.Override(_baseTopic, loadId), MqttDocuments.Of(decision.Row.Override, decision.Record.Block));
    }

    /// <summary>An event; the last grave one stays as the house's health.</summary>
    public void Publish(HealthEvent happened)
    {
        byte[] document = MqttDocuments.Of(happened);
        _outbox.Post(MqttTopics.Events(_baseTopic), document);
        if (happened.Level >= HealthLevel.Warning)
            _outbox.Keep(MqttTopics.Health(_baseTopic), document);
    }

    /// <summary>The newest content of a retained topic; an empty one takes back what the broker keeps.</summary>
    public void Keep(string topic, byte[] payload) => _outbox.Keep(topic, payload);

    /// <summary>What came of a wish.</summary>
    public void Answer(string loadId, OverrideAnswer answer) => _outbox.Post(MqttTopics.OverrideResult(_baseTopic, loadId), MqttDocuments.Of(answer));

    /// <summary>Sends what is waiting, for a short time, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _bus.Connected -= Repeat;
        _outbox.Complete();
        _stop.CancelAfter(LastWords);
        await _sending;
        _stop.Dispose();
    }

    void Repeat(object? sender, EventArgs connected) => _outbox.Repeat();

    async Task SendAsync()
    {
        do
        {
            while (_outbox.TryTake(out Outgoing next))
                await SendAsync(next);
        }
        while (await _outbox.WaitAsync());
    }

    async Task SendAsync(Outgoing message)
    {
        try
        {
            await _bus.PublishAsync(message.Topic, message.Payload, message.Retain, _stop.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // News is old when the broker is back; what is retained is sent again then.
        }
    }
}
