using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Packets;
using MQTTnet.Server;

namespace BitGrid.Host.Mqtt;

/// <summary>
/// A broker of BitGrid's own, for houses that have none. It listens on this machine's loopback addresses only, and therefore
/// asks nobody for a password: who can reach it is already on the machine. Retained messages live as long as it does.
/// </summary>
internal sealed class EmbeddedBroker : IAsyncDisposable
{
    // A client that does not keep up loses its oldest messages instead of filling the memory.
    const int MaxWaitingPerClient = 1_000;

    readonly MqttServer _server;

    EmbeddedBroker(MqttServer server, int port) => (_server, Port) = (server, port);

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Starts a broker.</summary>
    /// <param name="port">Port; 0 takes a free one.</param>
    /// <exception cref="IOException">The port cannot be had; the message says what to do.</exception>
    public static async Task<EmbeddedBroker> StartAsync(int port)
    {
        MqttServerOptions options = new MqttServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(HasLoopback(IPAddress.IPv6Loopback) ? IPAddress.IPv6Loopback : IPAddress.None)
            .WithDefaultEndpointPort(port)
            .WithMaxPendingMessagesPerClient(MaxWaitingPerClient)
            .WithPendingMessagesOverflowStrategy(MqttPendingMessagesOverflowStrategy.DropOldestQueuedMessage)
            .Build();
        MqttServer server = new MqttServerFactory().CreateMqttServer(options, MqttNetNullLogger.Instance);
        server.ValidatingConnectionAsync += NameAsync;
        try
        {
            await server.StartAsync();
            return new(server, options.DefaultEndpointOptions.Port);
        }
        catch (SocketException failure)
        {
            server.Dispose();
            throw new IOException(Explain(port, failure), failure);
        }
    }

    /// <summary>Ends all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new MqttServerStopOptions());
        _server.Dispose();
    }

    // Many tools (mosquitto_sub, for one) leave their name to the broker, which MQTT 3.1.1 allows with a clean session. The
    // library refuses them, and offers no other way to name them than in the packet it keeps to itself.
    static Task NameAsync(ValidatingConnectionEventArgs connection)
    {
        if (connection.ClientId is not { Length: > 0 } && connection.CleanSession == true)
            PacketOf(connection).ClientId = Guid.NewGuid().ToString("N");
        return Task.CompletedTask;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_connectPacket")]
    static extern ref MqttConnectPacket PacketOf(ValidatingConnectionEventArgs connection);

    // A machine may know IPv6 and still have no such address.
    static bool HasLoopback(IPAddress address)
    {
        try
        {
            using Socket probe = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(address, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static string Explain(int port, SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => string.Create(CultureInfo.InvariantCulture,
            $"The embedded MQTT broker cannot listen on port {port}: another program does, probably a broker. To use that one set mqtt.embedded to false; else set mqtt.port to a free port."),
        SocketError.AccessDenied => string.Create(CultureInfo.InvariantCulture,
            $"The embedded MQTT broker may not listen on port {port}: ports below 1024 need rights that BitGrid should not have. Set mqtt.port to 1883, say."),
        _ => string.Create(CultureInfo.InvariantCulture, $"The embedded MQTT broker cannot listen on port {port}: {failure.Message}. Set mqtt.port to another port."),
    };
}
