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
        tell(new(time.GetUtcNow(), HealthLevel.Warning, "topic_unreadable", topic, $"The message {PayloadText.Show(payload)} of topic {Printable.Text(topic)} cannot be used. Expected: {expected}.") { Lasts = true });
    }

    public void Good()
    {
        if (!_isBad)
            return;
        _isBad = false;
        tell(new(time.GetUtcNow(), HealthLevel.Info, "topic_readable", topic, $"Topic {Printable.Text(topic)} brings readable messages again.") { Ends = "topic_unreadable" });
    }
}
