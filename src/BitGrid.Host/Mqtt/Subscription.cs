namespace BitGrid.Host.Mqtt;

/// <summary>Somebody who wants the messages of a filter; ends when disposed of.</summary>
internal sealed class Subscription(string filter, Action<BusMessage> receive, Action<Subscription> end) : IDisposable
{
    /// <summary>The topics.</summary>
    public string Filter { get; } = filter;

    /// <summary>When a fault of the receiver was last told of; <see langword="null"/> when never.</summary>
    public DateTimeOffset? FaultTold { get; set; }

    public void Receive(BusMessage message) => receive(message);

    public void Dispose() => end(this);
}
