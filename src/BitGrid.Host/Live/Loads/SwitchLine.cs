namespace BitGrid.Host.Live.Loads;

/// <summary>The line to one device: carries one command at a time, the newest, until the device has taken it.</summary>
internal sealed class SwitchLine(string deviceId, ILoadSwitch device, TimeProvider time, HealthLog health) : IDisposable
{
    // A device that has not answered by then is asked anew. Of the wall clock: a wire is no faster in a fast house.
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    CancellationTokenSource _current = new();
    int _onTheWay;

    /// <summary>True while a command is on its way that has been neither taken nor refused.</summary>
    public bool IsSending => Volatile.Read(ref _onTheWay) > 0;

    /// <summary>Sends a command in place of the one before.</summary>
    public void Send(LoadCommand command)
    {
        CancellationTokenSource mine = new();
        Interlocked.Exchange(ref _current, mine).Cancel();
        CancellationToken outdated = mine.Token;
        Interlocked.Increment(ref _onTheWay);
        // Not on the caller's thread: it may be the one that a device's answer comes in on.
        _ = Task.Run(() => SendUntilTakenAsync(command, outdated), CancellationToken.None);
    }

    public void Dispose() => _current.Cancel();

    async Task SendUntilTakenAsync(LoadCommand command, CancellationToken outdated)
    {
        bool taken = await TrySendAsync(command, outdated);
        Interlocked.Decrement(ref _onTheWay);
        Backoff backoff = new();
        while (!taken && !outdated.IsCancellationRequested)
        {
            await Task.Delay(backoff.Next(), time, outdated).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            taken = await TrySendAsync(command, outdated);
        }
    }

    async Task<bool> TrySendAsync(LoadCommand command, CancellationToken outdated)
    {
        using CancellationTokenSource timeout = new(Timeout);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(outdated, timeout.Token);
        try
        {
            await device.SwitchAsync(command, either.Token).WaitAsync(either.Token);
            health.Clear("switch_failed", deviceId);
            return true;
        }
        catch (OperationCanceledException) when (outdated.IsCancellationRequested)
        {
            return true;
        }
#pragma warning disable CA1031 // A stranger's device may throw anything; the command is sent again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            string cause = timeout.IsCancellationRequested ? $"no answer within {Timeout.TotalSeconds:0} s" : fault.Message;
            health.Raise(HealthLevel.Warning, "switch_failed", deviceId, $"Device '{deviceId}' did not take the command {(command.Run ? $"level {command.Level}" : "off")} for load '{command.LoadId}': {cause}. It is sent again until it does.");
            return false;
        }
    }
}
