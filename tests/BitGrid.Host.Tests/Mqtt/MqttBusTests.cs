using System.Net;
using BitGrid.Host.Live;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace BitGrid.Host.Tests.Mqtt;

/// <summary>The connection against a real broker of another make.</summary>
[Trait("Category", "Slow")]
public sealed class MqttBusTests
{
    [MosquittoFact]
    public async Task Messages_go_out_and_come_in()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        await using BusScenario house = new(broker.Port);
        house.Listen("meter/+/power");
        await house.ConnectAsync();

        await house.Bus.PublishAsync("bitgrid/hello", "Grüße"u8.ToArray(), retain: false, CancellationToken.None);
        Assert.Equal("Grüße", await neighbour.HearsAsync("bitgrid/hello"));
        await neighbour.SayAsync("meter/1/energy", "no");
        await neighbour.SayAsync("meter/1/power", "12");
        await Wait.UntilAsync(() => !house.Received.IsEmpty, "the reading");

        Assert.Equal(("meter/1/power", "12", false), Assert.Single(house.Received));
        Assert.Equal((1, 1, 0), (house.Bus.Status.Received, house.Bus.Status.Sent, house.Bus.Status.ReceiverFaults));
        Assert.Equal(["mqtt_connected"], house.Events.Select(told => told.Code));
    }

    [MosquittoFact]
    public async Task Who_subscribes_later_gets_what_the_broker_kept_and_who_leaves_gets_nothing_more()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        await neighbour.SayAsync("price", "18", retain: true);
        await using BusScenario house = new(broker.Port);
        await house.ConnectAsync();

        IDisposable subscription = house.Listen("price");
        await Wait.UntilAsync(() => !house.Received.IsEmpty, "the retained price");
        Assert.Equal(("price", "18", true), Assert.Single(house.Received));

        subscription.Dispose();
        house.Listen("done");
        await neighbour.SayAsync("price", "19");
        await Wait.UntilAsync(
            () =>
            {
                neighbour.SayAsync("done", "now").Wait();
                return house.Received.Any(heard => heard.Topic == "done");
            },
            "the message after");
        Assert.DoesNotContain(house.Received, heard => heard.Text == "19");
    }

    [MosquittoFact]
    public async Task A_broker_that_comes_later_is_found()
    {
        Mosquitto broker = await Mosquitto.StartAsync();
        broker.Kill();
        await using BusScenario house = new(broker.Port);
        house.Listen("x");

        string error = await house.FailToConnectAsync();
        Assert.Equal($"No broker answers at localhost:{broker.Port}. Start it, or correct mqtt.host and mqtt.port.", error);
        IOException failure = await Assert.ThrowsAsync<IOException>(() => house.Bus.PublishAsync("x", default, retain: false, CancellationToken.None));
        Assert.Equal($"There is no connection to the MQTT broker. {error}", failure.Message);

        await broker.StartAgainAsync();
        await house.IsConnectedAsync();
        await house.Bus.PublishAsync("x", "1"u8.ToArray(), retain: false, CancellationToken.None);
        await Wait.UntilAsync(() => !house.Received.IsEmpty, "its own message");
        Assert.Equal(["mqtt_disconnected", "mqtt_connected"], house.Events.Select(told => told.Code));
        broker.Dispose();
    }

    [MosquittoFact]
    public async Task A_killed_broker_is_found_again_with_all_subscriptions()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using BusScenario house = new(broker.Port);
        int connections = 0;
        house.Bus.Connected += (_, _) => connections++;
        house.Listen("meter/#");
        await house.ConnectAsync();

        broker.Kill();
        await Wait.UntilAsync(() => !house.Bus.Status.IsConnected, "the loss");
        Assert.Equal(HealthLevel.Warning, house.Events.Last().Level);
        await broker.StartAgainAsync();
        await house.IsConnectedAsync();

        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        await neighbour.SayAsync("meter/1", "1");
        await Wait.UntilAsync(() => !house.Received.IsEmpty, "a message after the loss");
        Assert.Equal("online", await neighbour.HearsAsync("bitgrid/status"));
        await Wait.UntilAsync(() => connections == 2, "the second connection");
    }

    [MosquittoFact]
    public async Task Others_see_whether_the_house_is_there()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        BusScenario house = new(broker.Port);
        await house.ConnectAsync();
        await neighbour.HearsAsync("bitgrid/status", status => status == "online");

        await house.DisposeAsync();
        await neighbour.HearsAsync("bitgrid/status", status => status == "offline");
    }

    [MosquittoFact]
    public async Task A_second_house_of_the_same_name_leaves_the_will_of_the_first()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        await using BusScenario first = new(broker.Port);
        await first.ConnectAsync();
        await neighbour.HearsAsync("bitgrid/status", status => status == "online");

        // The broker throws the first one out, which for him is as if its cable had been pulled.
        await using BusScenario second = new(broker.Port);
        await second.ConnectAsync();
        await neighbour.HearsAsync("bitgrid/status", status => status == "offline");
        await Wait.UntilAsync(() => first.Bus.Status.LastError is not null, "the first one's error");
        Assert.Contains("mqtt.client_id", first.Bus.Status.LastError, StringComparison.Ordinal);
    }

    [MosquittoFact]
    public async Task A_receiver_that_throws_harms_nobody_and_is_told_of_once()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using BusScenario house = new(broker.Port);
        house.Bus.Subscribe("x", _ => throw new InvalidOperationException("broken\u0007plugin"));
        house.Listen("x");
        await house.ConnectAsync();
        for (int i = 0; i < 5; i++)
            await house.Bus.PublishAsync("x", "1"u8.ToArray(), retain: false, CancellationToken.None);
        await Wait.UntilAsync(() => house.Received.Count == 5, "all messages");

        Assert.Equal(5, house.Bus.Status.ReceiverFaults);
        HealthEvent told = Assert.Single(house.Events, told => told.Code == "mqtt_receiver_failed");
        Assert.Contains("InvalidOperationException: broken\\u0007plugin", told.Message, StringComparison.Ordinal);
    }

    [MosquittoFact]
    public async Task A_wait_for_a_broker_that_hangs_can_be_called_off()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using BusScenario house = new(broker.Port);
        await house.ConnectAsync();
        broker.Hang();
        for (int calls = 0; calls < 20; calls++)
        {
            using CancellationTokenSource calledOff = new(TimeSpan.FromMilliseconds(5 * calls));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Bus.PublishAsync("x", "1"u8.ToArray(), retain: false, calledOff.Token));
        }
    }

    [MosquittoFact]
    public async Task Ten_thousand_messages_in_a_burst_arrive_in_order()
    {
        const int Count = 10_000;
        using Mosquitto broker = await Mosquitto.StartAsync("allow_anonymous true\nmax_queued_messages 0\n");
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port, "none");
        await using BusScenario house = new(broker.Port);
        house.Listen("burst");
        await house.ConnectAsync();

        foreach (int[] some in Enumerable.Range(0, Count).Chunk(500))
            await Task.WhenAll(some.Select(i => neighbour.SayAsync("burst", $"{i}")));
        await Wait.UntilAsync(() => house.Received.Count == Count, "all messages");
        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"{i}"), house.Received.Select(heard => heard.Text));
    }

    [MosquittoFact]
    public async Task A_receiver_that_is_too_slow_fills_the_broker_and_not_the_memory()
    {
        const int Count = 10_000;
        const int Bytes = 20_000;
        using Mosquitto broker = await Mosquitto.StartAsync("allow_anonymous true\n");
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port, "none");
        await using BusScenario house = new(broker.Port);
        using ManualResetEventSlim goOn = new();
        int received = 0;
        house.Bus.Subscribe("burst", _ =>
        {
            goOn.Wait();
            received++;
        });
        house.Listen("after");
        await house.ConnectAsync();
        long before = GC.GetTotalMemory(forceFullCollection: true);

        byte[] payload = new byte[Bytes];
        for (int i = 0; i < Count; i++)
            await neighbour.SayAsync("burst", payload, quality: MqttQualityOfServiceLevel.AtMostOnce);
        await Wait.UntilAsync(() => house.Bus.Waiting == 256, "a full queue");
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange(after - before, long.MinValue, Count * Bytes / 4);

        goOn.Set();
        await Wait.UntilAsync(() => house.Bus.Waiting == 0, "an empty queue");
        Assert.InRange(received, 256, Count);
        // The broker itself drops messages until its own queue has run empty.
        await Wait.UntilAsync(
            () =>
            {
                neighbour.SayAsync("after", "still here").Wait();
                return !house.Received.IsEmpty;
            },
            "a message afterwards");
        Assert.Equal(["mqtt_connected"], house.Events.Select(told => told.Code));
    }

    [Fact]
    public async Task A_topic_that_the_broker_does_not_let_read_is_told_of()
    {
        MqttServerOptions options = new MqttServerOptionsBuilder().WithDefaultEndpoint().WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointPort(0)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None).Build();
        using MqttServer strict = new MqttServerFactory().CreateMqttServer(options);
        strict.InterceptingSubscriptionAsync += asked =>
        {
            bool isSecret = asked.TopicFilter.Topic == "secret";
            asked.Response.ReasonCode = isSecret ? MqttSubscribeReasonCode.NotAuthorized : asked.Response.ReasonCode;
            asked.ProcessSubscription = !isSecret;
            return Task.CompletedTask;
        };
        await strict.StartAsync();
        await using BusScenario house = new(options.DefaultEndpointOptions.Port);
        house.Listen("secret");
        house.Listen("open");
        await house.ConnectAsync();
        await house.Bus.PublishAsync("open", "1"u8.ToArray(), retain: false, CancellationToken.None);
        await Wait.UntilAsync(() => !house.Received.IsEmpty, "what is allowed");
        Assert.Equal("secret", Assert.Single(house.Events, told => told.Code == "mqtt_subscription_refused").Subject);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/#/b")]
    [InlineData("a+")]
    public void A_filter_that_is_none_is_a_fault_of_the_caller(string filter)
    {
        BusScenario house = new(1);
        Assert.Throws<ArgumentException>(() => house.Bus.Subscribe(filter, _ => { }));
        house.Config.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/+")]
    [InlineData("#")]
    public async Task A_message_needs_a_topic_without_wildcards(string topic)
    {
        BusScenario house = new(1);
        await Assert.ThrowsAsync<ArgumentException>(() => house.Bus.PublishAsync(topic, default, retain: false, CancellationToken.None));
        house.Config.Dispose();
    }
}
