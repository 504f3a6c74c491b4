using System.Net.Sockets;

namespace BitGrid.Host.Doctor;

/// <summary>Whether something answers on the network.</summary>
internal static class Reach
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Connects and hangs up.</summary>
    /// <returns>Why it cannot be reached; <see langword="null"/> when it can.</returns>
    public static async Task<string?> TryAsync(string host, int port)
    {
        try
        {
            using TcpClient client = new();
            using CancellationTokenSource timeout = new(Patience);
            await client.ConnectAsync(host, port, timeout.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return $"no answer within {Patience.TotalSeconds:0} s";
        }
        catch (SocketException failure)
        {
            return failure.Message;
        }
    }
}
