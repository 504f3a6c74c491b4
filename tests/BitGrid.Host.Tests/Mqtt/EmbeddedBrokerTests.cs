using System.Net;
using System.Net.NetworkInformation;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Mqtt;

namespace BitGrid.Host.Tests.Mqtt;

public sealed class EmbeddedBrokerTests
{
    [Fact]
    public async Task The_house_and_its_neighbours_meet_at_it()
    {
        await using EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        await using BusScenario house = new(broker.Port) { Settings = new MqttSettings { Port = broker.Port } };
        house.Listen("meter/power");
        await house.ConnectAsync();
        await neighbour.SayAsync("meter/power", "12");
        await Wait.UntilAsync(() => !house.Received.IsEmpty, "the reading");
        Assert.Equal("online", await neighbour.HearsAsync("bitgrid/status"));
    }

    [Fact]
    public async Task What_is_retained_is_there_for_those_who_come_later()
    {
        await using EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        await using Neighbour first = await Neighbour.AtAsync(broker.Port);
        await first.SayAsync("bitgrid/x", "kept", retain: true);
        await using Neighbour second = await Neighbour.AtAsync(broker.Port);
        Assert.Equal("kept", await second.HearsAsync("bitgrid/x"));
    }

    [Fact]
    public async Task It_can_be_started_again_at_once()
    {
        EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        await using BusScenario house = new(broker.Port);
        await house.ConnectAsync();
        await broker.DisposeAsync();
        await Wait.UntilAsync(() => !house.Bus.Status.IsConnected, "the loss");
        await using EmbeddedBroker again = await EmbeddedBroker.StartAsync(broker.Port);
        await house.IsConnectedAsync();
    }

    [Fact]
    public async Task Only_this_machine_can_reach_it()
    {
        await using EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        IPEndPoint[] listening = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == broker.Port)];
        Assert.NotEmpty(listening);
        Assert.All(listening, end => Assert.True(IPAddress.IsLoopback(end.Address), $"It listens on {end}."));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_with_both_ways_out()
    {
        await using EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        IOException failure = await Assert.ThrowsAsync<IOException>(() => EmbeddedBroker.StartAsync(broker.Port));
        Assert.Equal(
            $"The embedded MQTT broker cannot listen on port {broker.Port}: another program does, probably a broker. To use that one set mqtt.embedded to false; else set mqtt.port to a free port.",
            failure.Message);
    }
}
