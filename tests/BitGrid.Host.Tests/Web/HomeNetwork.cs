using System.Net;
using System.Net.Sockets;

namespace BitGrid.Host.Tests.Web;

/// <summary>The address under which other machines would reach this one.</summary>
static class HomeNetwork
{
    /// <summary>The address; <see langword="null"/> on a machine without a network.</summary>
    public static IPAddress? Address { get; } = Find();

    static IPAddress? Find()
    {
        try
        {
            return Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork).FirstOrDefault(address => !IPAddress.IsLoopback(address));
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
