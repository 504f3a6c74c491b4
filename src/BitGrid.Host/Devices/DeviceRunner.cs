using BitGrid.Host.Live;

namespace BitGrid.Host.Devices;

/// <summary>Runs one device, again and again if it must be: what goes wrong with it stays with it.</summary>
/// <param name="id">Its name.</param>
/// <param name="device">The device.</param>
/// <param name="time">The clock of the house.</param>
/// <param name="health">Where failures go.</param>
internal sealed class DeviceRunner(string id, IDevice device, TimeProvider time, HealthLog health) : IAsyncDisposable
{
    // A device that worked for so long has earned a quick new try.
    static readonly TimeSpan Worked = TimeSpan.FromMinutes(2);

    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    readonly CancellationTokenSource _stop = new();
    Task _running = Task.CompletedTask;

    /// <summary>Begins; returns at once.</summary>
    public void Start() => _running = Task.Run(() => RunAsync(_stop.Token), CancellationToken.None);

    /// <summary>Ends the device; one that does not end in time is left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running, Task.Delay(Farewell));
        if (device is IAsyncDisposable asyncDisposable)
            await asyncDisposable.DisposeAsync();
        else if (device is IDisposable disposable)
            disposable.Dispose();
        _stop.Dispose();
    }

    async Task RunAsync(CancellationToken stop)
    {
        Backoff backoff = new();
        while (!stop.IsCancellationRequested)
        {
            long began = time.GetTimestamp();
            if (await TryRunAsync(stop))
                return;
            if (time.GetElapsedTime(began) > Worked)
                backoff.Reset();
            await Task.Delay(backoff.Next(), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<bool> TryRunAsync(CancellationToken stop)
    {
        try
        {
            // Most of what can fail fails in the first seconds: a device that lasts them is back.
            using ITimer back = time.CreateTimer(_ => health.Clear("device_offline", id), state: null, TimeSpan.FromSeconds(15), Timeout.InfiniteTimeSpan);
            await device.RunAsync(stop);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return true;
        }
#pragma warning disable CA1031 // A stranger's device may throw anything; the others go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            health.Raise(HealthLevel.Warning, "device_offline", id, $"Device '{id}' cannot be read: {fault.Message} It is tried again until it answers.");
            return false;
        }
    }
}
