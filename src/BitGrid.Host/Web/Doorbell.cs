using System.Net;
using System.Net.Sockets;
using BitGrid.Host.Web.Security;

namespace BitGrid.Host.Web;

/// <summary>
/// Holds the ports from the start and tells when somebody comes. Whoever comes waits in the queue of the system until he is served:
/// nobody is turned away, and nothing has to be there before.
/// </summary>
internal sealed class Doorbell : IDisposable
{
    // As many as Kestrel lets wait.
    const int Waiting = 512;

    const int LookMicroseconds = 200_000;

    readonly Dictionary<Door, Socket> _sockets = [];

    /// <exception cref="SocketException">A port is taken, or this user may not have it.</exception>
    public Doorbell(IEnumerable<Door> doors)
    {
        try
        {
            foreach (Door door in doors)
                Hold(door);
        }
        catch (SocketException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The doors with their real ports that nobody serves yet.</summary>
    public IReadOnlyCollection<Door> Doors => _sockets.Keys;

    /// <summary>Hands the socket that listens there to whoever serves it, and ends it from then on.</summary>
    public Socket Take(EndPoint place)
    {
        (Door door, Socket socket) = _sockets.Single(held => held.Key.Place.Equals(place));
        _sockets.Remove(door);
        return socket;
    }

    /// <summary>Waits until somebody comes.</summary>
    /// <returns>False when it ended before.</returns>
    public Task<bool> RingsAsync(CancellationToken ending) =>
        Task.Factory.StartNew(() => Rings(ending), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public void Dispose()
    {
        foreach (Socket socket in _sockets.Values)
            socket.Dispose();
    }

    void Hold(Door door)
    {
        Socket socket = new(door.Place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _sockets.Add(door, socket);
        socket.Bind(door.Place);
        socket.Listen(Waiting);
        _sockets.Remove(door);
        _sockets.Add(door with { Place = (IPEndPoint)socket.LocalEndPoint! }, socket);
    }

    // A system tells of a waiting caller only to whoever asks: there is no other way to see one without taking him in.
    bool Rings(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            List<Socket> asked = [.. _sockets.Values];
            Socket.Select(asked, checkWrite: null, checkError: null, LookMicroseconds);
            if (asked.Count > 0)
                return true;
        }

        return false;
    }
}
