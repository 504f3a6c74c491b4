using System.Threading.Channels;

namespace BitGrid.Host.Mqtt;

/// <summary>
/// What waits to be sent. Of a retained topic only the newest message counts, and it is kept: a broker that comes back gets
/// all of them again. Other messages are news; of those only so many wait, and the oldest make room.
/// </summary>
internal sealed class Outbox
{
    const int MaxNews = 500;

    readonly Lock _lock = new();

    // Under the lock. The topics to send are in the order in which they changed.
    readonly Dictionary<string, byte[]> _newest = [];
    readonly Queue<string> _topics = [];
    readonly HashSet<string> _waiting = [];

    readonly Channel<Outgoing> _news = Channel.CreateBounded<Outgoing>(new BoundedChannelOptions(MaxNews) { FullMode = BoundedChannelFullMode.DropOldest });
    readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Sets the content of a retained topic.</summary>
    public void Keep(string topic, byte[] payload)
    {
        lock (_lock)
        {
            _newest[topic] = payload;
            Queue(topic);
        }

        _signal.Writer.TryWrite(true);
    }

    /// <summary>Sends a message once, to those who listen now.</summary>
    public void Post(string topic, byte[] payload)
    {
        _news.Writer.TryWrite(new(topic, payload, Retain: false));
        _signal.Writer.TryWrite(true);
    }

    /// <summary>Has every retained topic sent again.</summary>
    public void Repeat()
    {
        lock (_lock)
        {
            foreach (string topic in _newest.Keys)
                Queue(topic);
        }

        _signal.Writer.TryWrite(true);
    }

    /// <summary>Completes when there may be something to send; false when there will be nothing any more.</summary>
    public async ValueTask<bool> WaitAsync() => await _signal.Reader.WaitToReadAsync() && _signal.Reader.TryRead(out _);

    public void Complete() => _signal.Writer.TryComplete();

    /// <summary>The next message: retained ones first, because they are the state of things.</summary>
    public bool TryTake(out Outgoing next)
    {
        lock (_lock)
        {
            if (_topics.TryDequeue(out string? topic))
            {
                _waiting.Remove(topic);
                next = new(topic, _newest[topic], Retain: true);
                return true;
            }
        }

        return _news.Reader.TryRead(out next);
    }

    void Queue(string topic)
    {
        if (_waiting.Add(topic))
            _topics.Enqueue(topic);
    }
}
