using BitGrid.Host.Live;

namespace BitGrid.Host.Mqtt;

/// <summary>Lets people ask for overrides by a message to <c>&lt;base_topic&gt;/&lt;load&gt;/override/set</c>, and answers each.</summary>
internal sealed class OverrideTopic : IDisposable
{
    const string Source = "mqtt";

    readonly string _baseTopic;
    readonly SiteProfile _site;
    readonly int _maxBlocks;
    readonly IOverrides _overrides;
    readonly MqttPublisher _publisher;
    readonly IDisposable _subscription;

    /// <param name="baseTopic">What BitGrid's topics begin with.</param>
    /// <param name="site">The house.</param>
    /// <param name="maxBlocks">Blocks of a wish that names none.</param>
    /// <param name="bus">Where wishes come from.</param>
    /// <param name="overrides">Who grants them.</param>
    /// <param name="publisher">Sends the answers.</param>
    public OverrideTopic(string baseTopic, SiteProfile site, int maxBlocks, IMessageBus bus, IOverrides overrides, MqttPublisher publisher)
    {
        (_baseTopic, _site, _maxBlocks, _overrides, _publisher) = (baseTopic, site, maxBlocks, overrides, publisher);
        _subscription = bus.Subscribe(MqttTopics.OverrideSet(baseTopic, "+"), Receive);
    }

    /// <summary>Takes no further wishes.</summary>
    public void Dispose() => _subscription.Dispose();

    void Receive(BusMessage message)
    {
        // A wish of yesterday that the broker kept would be granted again at every start.
        if (message.Retained)
            return;

        string loadId = MqttTopics.LoadOfOverrideSet(_baseTopic, message.Topic);
        _publisher.Answer(loadId, Answer(loadId, message.Payload));
    }

    OverrideAnswer Answer(string loadId, ReadOnlyMemory<byte> payload)
    {
        if (_site.Loads.All(load => load.Id != loadId))
            return OverrideAnswer.Refused($"there is no load of this name; loads: {string.Join(", ", _site.Loads.Select(load => load.Id))}");
        if (OverrideCommand.Read(payload) is not { } wish)
            return OverrideAnswer.Refused($"{PayloadText.Show(payload.Span)} is no wish; expected: {OverrideCommand.Expected}");

        OverrideRequest request = wish.Run is { } run ? _overrides.Ask(Source, loadId, run, wish.Level, wish.Blocks ?? _maxBlocks) : _overrides.TakeBack(Source, loadId);
        return OverrideAnswer.To(request, _site.TimeZone);
    }
}
