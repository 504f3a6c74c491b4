using System.Globalization;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>A network between a machine and a place beside it, which has an address for each neighbour. It exists nowhere else.</summary>
sealed class Neighbourhood : IDisposable
{
    readonly string _place = "bitgrid-" + Guid.NewGuid().ToString("N")[..6];

    public Neighbourhood(Machine machine, string house, params IEnumerable<string> neighbours)
    {
        Command.Run("ip", "netns", "add", _place);
        Command.Run("ip", "-n", _place, "link", "add", "near", "type", "veth", "peer", "name", "house0", "netns", machine.FirstProcess.ToString(CultureInfo.InvariantCulture));
        foreach (string neighbour in neighbours)
            Command.Run("ip", "-n", _place, "addr", "add", $"{neighbour}/24", "dev", "near");
        Command.Run("ip", "-n", _place, "link", "set", "near", "up");
        machine.Run($"ip addr add {house}/24 dev house0 && ip link set house0 up");
    }

    /// <summary>True when a neighbour can connect to a port of the house.</summary>
    public bool Reaches(string from, string house, int port) =>
        Command.Try("ip", ["netns", "exec", _place, "python3", "-c", $"import socket; socket.create_connection(('{house}', {port.ToString(CultureInfo.InvariantCulture)}), timeout=3, source_address=('{from}', 0))"]).ExitCode == 0;

    public void Dispose() => Command.Run("ip", "netns", "del", _place);
}
