using System.Net;
using System.Net.Sockets;

namespace BitGrid.Host.Tests.Faults;

/// <summary>A port on this machine that nobody has.</summary>
static class FreePort
{
    public static int Take()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
