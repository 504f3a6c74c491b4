using System.Net.Sockets;
using System.Text;
using BitGrid.Host.Update;
using Microsoft.Extensions.Hosting.Systemd;

namespace BitGrid.Launcher.Tests.Update;

public sealed class NotifierTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-notify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SystemdFact]
    public void Systemd_hears_of_the_start_and_of_the_beat_but_not_of_the_end_of_a_version()
    {
        string path = Path.Combine(_folder, "notify");
        using Socket systemd = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        Environment.SetEnvironmentVariable("NOTIFY_SOCKET", path);
        NotifierBelowLauncher notifier = new();
        Environment.SetEnvironmentVariable("NOTIFY_SOCKET", null);

        foreach (ServiceState state in new[] { ServiceState.Ready, ServiceState.Stopping, new("WATCHDOG=1") })
            notifier.Notify(state);
        Assert.Equal(["READY=1", "WATCHDOG=1"], new[] { Receive(systemd), Receive(systemd) });
        Assert.Equal(0, systemd.Available);
    }

    static string Receive(Socket socket)
    {
        byte[] buffer = new byte[256];
        return Encoding.UTF8.GetString(buffer, 0, socket.Receive(buffer));
    }
}
