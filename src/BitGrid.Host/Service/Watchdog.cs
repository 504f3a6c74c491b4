using BitGrid.Host.Live;
using Microsoft.Extensions.Hosting.Systemd;

namespace BitGrid.Host.Service;

/// <summary>
/// Tells systemd that the controller lives. Tied to the beat of its clock: a controller that hangs in a rule tells nothing,
/// and is started anew.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    static readonly ServiceState Alive = new("WATCHDOG=1");

    readonly ISystemdNotifier? _systemd;
    readonly Controller _controller;
    long _toldAt;

    /// <param name="systemd">The way to systemd; <see langword="null"/> when it has not started this program.</param>
    /// <param name="controller">Whose life is told.</param>
    public Watchdog(ISystemdNotifier? systemd, Controller controller)
    {
        (_systemd, _controller) = (systemd, controller);
        if (systemd is { IsEnabled: true })
            _controller.Beaten += Tell;
    }

    public void Dispose() => _controller.Beaten -= Tell;

    void Tell()
    {
        if (TimeProvider.System.GetElapsedTime(_toldAt) < Pause)
            return;
        _toldAt = TimeProvider.System.GetTimestamp();
        _systemd!.Notify(Alive);
    }
}
