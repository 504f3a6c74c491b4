using System.Collections.Immutable;
using System.Text;

namespace BitGrid.Testing;

/// <summary>
/// A broker in memory, for tests of devices: wildcards, retained messages, and an outage on demand. A message has reached all its
/// subscribers when <see cref="PublishAsync"/> returns.
/// </summary>
public sealed class LocalBus : IMessageBus
{
    readonly Lock _gate = new(); // held while delivering: subscribers are called one after the other
    readonly Dictionary<string, byte[]> _retained = new(StringComparer.Ordinal);
    ImmutableList<(string Filter, Action<BusMessage> Receive)> _subscriptions = [];
    ImmutableList<BusMessage> _published = [];

    /// <summary>False: the broker cannot be reached, and <see cref="PublishAsync"/> fails.</summary>
    public bool Connected { get; set; } = true;

    /// <summary>Every message that was published, in order; <see cref="BusMessage.Retained"/> is what its publisher asked for.</summary>
    public IReadOnlyList<BusMessage> Published => _published;

    /// <summary>Text of the last message of a topic; <see langword="null"/> when there was none.</summary>
    /// <param name="topic">Full topic.</param>
    public string? Last(string topic)
    {
        BusMessage last = _published.FindLast(message => message.Topic == topic);
        return last.Topic is null ? null : Encoding.UTF8.GetString(last.Payload.Span);
    }

    /// <summary>Publishes a text, as somebody else in the house.</summary>
    /// <param name="topic">Full topic.</param>
    /// <param name="text">Content.</param>
    /// <param name="retain">True: kept for those who subscribe later.</param>
    public void Say(string topic, string text, bool retain = false) => Deliver(topic, Encoding.UTF8.GetBytes(text), retain);

    /// <inheritdoc/>
    public Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled(cancellation);
        if (!Connected)
            return Task.FromException(new IOException("The broker cannot be reached."));
        Deliver(topic, payload.ToArray(), retain);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IDisposable Subscribe(string filter, Action<BusMessage> receive)
    {
        (string, Action<BusMessage>) subscription = (filter, receive);
        lock (_gate)
        {
            _subscriptions = _subscriptions.Add(subscription);
            foreach ((string topic, byte[] payload) in _retained.Where(kept => Matches(filter, kept.Key)).ToArray())
                receive(new(topic, payload, Retained: true));
        }

        return new Subscription(() => ImmutableInterlocked.Update(ref _subscriptions, all => all.Remove(subscription)));
    }

    void Deliver(string topic, byte[] payload, bool retain)
    {
        lock (_gate)
        {
            _published = _published.Add(new(topic, payload, retain));
            if (retain && payload.Length == 0)
                _retained.Remove(topic);
            else if (retain)
                _retained[topic] = payload;
            foreach ((_, Action<BusMessage> receive) in _subscriptions.Where(subscription => Matches(subscription.Filter, topic)))
                receive(new(topic, payload, Retained: false));
        }
    }

    static bool Matches(string filter, string topic)
    {
        string[] wanted = filter.Split('/');
        string[] levels = topic.Split('/');
        // Topics of the broker itself ($SYS) are nobody's by wildcard.
        if (levels[0].StartsWith('$') && wanted[0] is "+" or "#")
            return false;
        for (int i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == "#")
                return true;
            if (i >= levels.Length || (wanted[i] != "+" && wanted[i] != levels[i]))
                return false;
        }

        return wanted.Length == levels.Length;
    }

    sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
