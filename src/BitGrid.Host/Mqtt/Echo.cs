namespace BitGrid.Host.Mqtt;

/// <summary>
/// A word to oneself by way of the broker. It overtakes nothing, so when it is heard everything said before has been heard too.
/// </summary>
internal sealed class Echo : IDisposable
{
    // Not among what # subscribes to.
    const string Topic = "$bitgrid/echo";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly IMessageBus _bus;
    readonly IDisposable _subscription;
    TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Echo(IMessageBus bus)
    {
        _bus = bus;
        _subscription = bus.Subscribe(Topic, _ => _heard.TrySetResult());
    }

    /// <summary>Waits until everything said so far has been heard; a second at the most, when there is no connection.</summary>
    public async Task WaitAsync(CancellationToken stop)
    {
        _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _bus.PublishAsync(Topic, default, retain: false, stop).WaitAsync(Patience, stop);
            await _heard.Task.WaitAsync(Patience, stop);
        }
        catch (Exception failure) when (failure is IOException or TimeoutException or OperationCanceledException)
        {
            // Nobody hears anything: then nothing can be too late.
        }
    }

    public void Dispose() => _subscription.Dispose();
}
