using BitGrid.Host.Configuration;
using BitGrid.Host.Live;

namespace BitGrid.Host.Mqtt;

/// <summary>Tells of unreadable messages of one topic: once, until one can be read again.</summary>
internal sealed class TopicFaults(string topic, TimeProvider time, Action<HealthEvent> tell)
{
    bool _isBad;

    public void Bad(ReadOnlySpan<byte> payload, string expected)
    {
        if (_isBad)
            return;
        _isBad = true;
        Tell(HealthLevel.Warning, "topic_unreadable", $"The message {PayloadText.Show(payload)} of topic {Printable.Text(topic)} cannot be used. Expected: {expected}.");
    }

    public void Good()
    {
        if (!_isBad)
            return;
        _isBad = false;
        Tell(HealthLevel.Info, "topic_readable", $"Topic {Printable.Text(topic)} brings readable messages again.");
    }

    void Tell(HealthLevel level, string code, string message) => tell(new(time.GetUtcNow(), level, code, topic, message));
}
