using BitGrid.Boot;
using Microsoft.Extensions.Hosting.Systemd;

namespace BitGrid.Host.Update;

/// <summary>
/// The way to systemd of a program that the launcher has started: the end of this version is not the end of the service, because
/// the launcher starts the next. Were systemd told of it, it would wait for the service to end, and then kill the new version.
/// </summary>
internal sealed class NotifierBelowLauncher : ISystemdNotifier
{
    readonly SystemdNotifier _systemd = new();

    /// <summary>True when systemd has started the launcher, and the launcher this program.</summary>
    public static bool IsNeeded => Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is { Length: > 0 } && BootPlaces.OfEnvironment() is not null;

    /// <inheritdoc/>
    public bool IsEnabled => _systemd.IsEnabled;

    /// <inheritdoc/>
    public void Notify(ServiceState state)
    {
        if (state.ToString() != ServiceState.Stopping.ToString())
            _systemd.Notify(state);
    }
}
