using System.Globalization;
using System.Text;
using System.Text.Json;
using BitGrid.Host.Live;
using BitGrid.Host.Mqtt;
using BitGrid.Testing;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Mqtt;

public sealed class MqttPublisherTests
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Documents_are_in_the_words_of_the_domain()
    {
        EnergyState state = Some.State(forecastSurplusW: [2000, 1500.5], forecastConfidence: 0.8, heatTempC: null, missing: ["heat_temp_c"]) with { ConfigHash = new string('a', 64) };
        Snapshot.Match(Pretty(MqttDocuments.Of(state)), "state");
        Snapshot.Match(Pretty(MqttDocuments.Of(Decisions.On(state))), "decision");
        Snapshot.Match(Pretty(MqttDocuments.Of(Decisions.On(state, Decisions.Wish))), "decision-override");
        Snapshot.Match(Pretty(MqttDocuments.Of(Decisions.Wish, Some.Block.Plus(1))), "override");
        Snapshot.Match(Pretty(MqttDocuments.Of(Event(HealthLevel.Warning, "load_deaf"))), "event");
    }

    [Fact]
    public void A_wish_that_is_over_is_none()
    {
        Assert.Equal("""{"active":false}""", Encoding.UTF8.GetString(MqttDocuments.Of(Decisions.Wish, Some.Block.Plus(2))));
        Assert.Equal("""{"active":false}""", Encoding.UTF8.GetString(MqttDocuments.Of(wish: null, Some.Block)));
    }

    [Fact]
    public async Task The_house_hears_of_states_decisions_and_events()
    {
        await using EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        await using BusScenario house = new(broker.Port);
        await house.ConnectAsync();
        await using MqttPublisher publisher = new(house.Bus, "bitgrid");

        publisher.Publish(Some.State());
        publisher.Publish(Decisions.On(Some.State(), Decisions.Wish));
        publisher.Publish(Event(HealthLevel.Warning, "load_deaf"));
        publisher.Publish(Event(HealthLevel.Info, "load_obeys"));

        await neighbour.HearsAsync("bitgrid/state");
        await neighbour.HearsAsync("bitgrid/miner/decision");
        await neighbour.HearsAsync("bitgrid/miner/override", text => text.Contains("\"active\":true", StringComparison.Ordinal));
        await neighbour.HearsAsync("bitgrid/events", text => text.Contains("load_obeys", StringComparison.Ordinal));
        await neighbour.HearsAsync("bitgrid/health", text => text.Contains("load_deaf", StringComparison.Ordinal));

        await using Neighbour late = await Neighbour.AtAsync(broker.Port);
        await late.HearsAsync("bitgrid/health", text => text.Contains("load_deaf", StringComparison.Ordinal));
        await late.HearsAsync("bitgrid/miner/decision");
        await neighbour.SayAsync("bitgrid/end", "now");
        await late.HearsAsync("bitgrid/end");
        Assert.DoesNotContain(late.Heard, heard => heard.Topic == "bitgrid/events");
    }

    [Fact]
    public async Task Without_a_broker_the_newest_is_kept_and_the_news_is_dropped()
    {
        EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        int port = broker.Port;
        await broker.DisposeAsync();
        await using BusScenario house = new(port);
        house.Bus.Start();
        await using MqttPublisher publisher = new(house.Bus, "bitgrid");
        publisher.Publish(Event(HealthLevel.Info, "old_news"));
        for (int surplusW = 0; surplusW <= 5000; surplusW++)
            publisher.Publish(Some.State(surplusW: surplusW));
        await Wait.UntilAsync(() => house.Bus.Status.LastError is not null, "an attempt without a broker");

        await using EmbeddedBroker back = await EmbeddedBroker.StartAsync(port);
        await using Neighbour neighbour = await Neighbour.AtAsync(port);
        Assert.Contains("\"surplus_w\":5000", await neighbour.HearsAsync("bitgrid/state"), StringComparison.Ordinal);
        Assert.DoesNotContain(neighbour.Heard, heard => heard.Topic == "bitgrid/events");
    }

    [MosquittoFact]
    [Trait("Category", "Slow")]
    public async Task A_broker_that_lost_its_memory_gets_everything_again()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using BusScenario house = new(broker.Port);
        await house.ConnectAsync();
        await using MqttPublisher publisher = new(house.Bus, "bitgrid");
        publisher.Publish(Some.State());
        publisher.Publish(Decisions.On(Some.State()));
        await Wait.UntilAsync(() => house.Bus.Status.Sent >= 3, "three messages");

        broker.Kill();
        await broker.StartAgainAsync();
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        await neighbour.HearsAsync("bitgrid/state");
        await neighbour.HearsAsync("bitgrid/miner/decision");
        await neighbour.HearsAsync("bitgrid/miner/override");
        await neighbour.HearsAsync("bitgrid/status", status => status == "online");
    }

    [Fact]
    public async Task The_last_words_are_sent_before_the_end()
    {
        await using EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        BusScenario house = new(broker.Port);
        await house.ConnectAsync();
        await using (MqttPublisher publisher = new(house.Bus, "bitgrid"))
            publisher.Publish(Event(HealthLevel.Warning, "goodbye"));
        await house.DisposeAsync();
        await neighbour.HearsAsync("bitgrid/status", status => status == "offline");
        Assert.Equal(["bitgrid/events", "bitgrid/health", "bitgrid/status"], neighbour.Heard.Where(heard => heard.Text != "online").Select(heard => heard.Topic).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_a_flood_of_news_the_newest_stay()
    {
        Outbox outbox = new();
        for (int i = 0; i < 2000; i++)
            outbox.Post("news", Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture)));
        outbox.Keep("state", [1]);
        outbox.Keep("state", [2]);

        Assert.True(outbox.TryTake(out Outgoing state));
        Assert.Equal(("state", 2), (state.Topic, state.Payload[0]));
        List<string> news = [];
        while (outbox.TryTake(out Outgoing next))
            news.Add(Encoding.UTF8.GetString(next.Payload));
        Assert.Equal(500, news.Count);
        Assert.Equal("1999", news[^1]);

        outbox.Repeat();
        Assert.True(outbox.TryTake(out Outgoing again));
        Assert.Equal(("state", 2), (again.Topic, again.Payload[0]));
        Assert.False(outbox.TryTake(out _));
    }

    static HealthEvent Event(HealthLevel level, string code) => new(Some.Block.WindowStart.AddMilliseconds(1500), level, code, "miner", "The miner does not obey: it \"runs\". Switch it off by hand.");

    static string Pretty(byte[] document) => JsonSerializer.Serialize(JsonDocument.Parse(document), Indented) + "\n";
}
