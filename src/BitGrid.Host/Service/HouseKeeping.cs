using BitGrid.Host.Archive;
using BitGrid.Host.Backup;
using BitGrid.Host.Live;

namespace BitGrid.Host.Service;

/// <summary>The work that has time: archiving, tidying up, backups. Looks every ten minutes of the house.</summary>
internal sealed class HouseKeeping(ArchiveKeeper archive, DailyBackup backup, TimeProvider time, HealthLog health) : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    readonly CancellationTokenSource _stop = new();
    Task _running = Task.CompletedTask;

    public void Start() => _running = Task.Run(RunAsync);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Do("archive", archive.Run);
            Do("backup", backup.Look);
            await Task.Delay(Pause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    void Do(string work, Action action)
    {
        try
        {
            action();
            health.Clear("housekeeping_failed", work);
        }
#pragma warning disable CA1031 // Whatever fails here, the house goes on, and it is tried again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            health.Raise(HealthLevel.Warning, "housekeeping_failed", work, $"The {work} failed ({fault.GetType().Name}: {fault.Message}). It is tried again in ten minutes.");
        }
    }
}
