namespace BitGrid;

/// <summary>The MQTT connection of the house. Reconnects by itself; subscriptions outlive a lost connection.</summary>
public interface IMessageBus
{
    /// <summary>Sends a message, at least once.</summary>
    /// <param name="topic">Full topic, without wildcards.</param>
    /// <param name="payload">Content.</param>
    /// <param name="retain">True: the broker keeps it for those who subscribe later.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Completes when the broker has acknowledged.</returns>
    /// <exception cref="IOException">There is no connection.</exception>
    Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellation);

    /// <summary>Receives the messages of a topic until the subscription is disposed of. Never fails: without a connection it takes effect later.</summary>
    /// <param name="filter">Topic, where <c>+</c> stands for one level and <c>#</c> at the end for any number.</param>
    /// <param name="receive">Called for each message, one after the other; must not block.</param>
    IDisposable Subscribe(string filter, Action<BusMessage> receive);
}
