using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BitGrid.Host.Recordings;
using BitGrid.Host.Store;
using BitGrid.Host.Tests.Mqtt;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Web;

/// <summary>Home Assistant at the same broker finds BitGrid as a device, reads it, and switches a load.</summary>
[Trait("Category", "Slow")]
public sealed partial class HomeAssistantTests
{
    const string Config = "homeassistant/device/bitgrid/config";
    const string On = "\n  home_assistant: { enabled: true, language: de }";

    [Fact]
    public async Task The_device_is_described_in_the_form_of_discovery()
    {
        await using WebHouse house = await WebHouse.StartAsync(mqtt: On);
        await using Neighbour home = await Neighbour.AtAsync(house.BrokerPort, "#");
        JsonNode device = JsonNode.Parse(await home.HearsAsync(Config))!;
        device["dev"]!["sw"] = "<version>";
        device["o"]!["sw"] = "<version>";
        Snapshot.Match(device.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), "device");

        JsonObject entities = device["cmps"]!.AsObject();
        Assert.Equal(entities.Count, entities.Select(entity => entity.Value!["uniq_id"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("online", await home.HearsAsync(device["avty_t"]!.GetValue<string>()));
        foreach ((string id, JsonNode? entity) in entities)
        {
            Assert.Contains(entity!["p"]!.GetValue<string>(), new[] { "sensor", "binary_sensor", "switch", "button", "number" });
            if (entity["stat_t"] is { } topic)
                await FieldIsThereAsync(home, id, topic.GetValue<string>(), entity["val_tpl"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task It_is_announced_again_when_Home_Assistant_has_started_anew()
    {
        await using WebHouse house = await WebHouse.StartAsync(mqtt: On);
        await using Neighbour home = await Neighbour.AtAsync(house.BrokerPort, Config);
        await home.HearsAsync(Config);
        home.Heard.Clear();
        await home.SayAsync("homeassistant/status", "online");
        Assert.Contains("\"cmps\"", await home.HearsAsync(Config), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_is_a_wish_for_as_many_blocks_as_the_number_says()
    {
        await using WebHouse house = await WebHouse.StartAsync(mqtt: On);
        await using Neighbour home = await Neighbour.AtAsync(house.BrokerPort);
        Assert.Equal("3", await home.HearsAsync("bitgrid/miner/override/blocks"));
        await home.SayAsync("bitgrid/miner/override/blocks/set", "2");
        await home.HearsAsync("bitgrid/miner/override/blocks", text => text == "2");
        await home.SayAsync("bitgrid/miner/override/blocks/set", "99");
        await home.SayAsync("bitgrid/miner/override/blocks/set", "many");

        await home.SayAsync("bitgrid/miner/switch/set", "OFF");
        JsonNode granted = JsonNode.Parse(await home.HearsAsync("bitgrid/miner/override/result"))!;
        Assert.Equal(("granted", 2), (granted["result"]!.GetValue<string>(), granted["override"]!["blocks"]!.GetValue<int>()));
        await home.SayAsync("bitgrid/miner/switch/set", "AUTO");
        await home.HearsAsync("bitgrid/miner/override/result", text => text.Contains("taken_back", StringComparison.Ordinal));
        await home.SayAsync("bitgrid/miner/switch/set", "{{ evil }}");
        await home.HearsAsync("bitgrid/miner/override/result", text => text.Contains("refused", StringComparison.Ordinal));
        Assert.Equal(
            ["home_assistant False 2", "home_assistant back"],
            new Timeline(DataFolder.DatabaseIn(house.Data)).LatestOverrides(10).Reverse().Select(request => $"{request.Source} {(request.Wish is { } wish ? $"{wish.Run} {wish.Blocks}" : "back")}"));
    }

    [Fact]
    public async Task Without_overrides_it_can_only_be_read()
    {
        await using WebHouse house = await WebHouse.StartAsync(mqtt: On, prepare: house => Edit(house, "overrides: true", "overrides: false"));
        await using Neighbour home = await Neighbour.AtAsync(house.BrokerPort, "#");
        JsonObject entities = JsonNode.Parse(await home.HearsAsync(Config))!["cmps"]!.AsObject();
        Assert.DoesNotContain(entities, entity => entity.Value!["p"]!.GetValue<string>() is "switch" or "button" or "number");
        await home.SayAsync("bitgrid/miner/switch/set", "OFF");
        await house.DecisionsAsync(2);
        Assert.Empty(new Timeline(DataFolder.DatabaseIn(house.Data)).LatestOverrides(10));
    }

    [MosquittoFact]
    public async Task At_a_real_broker_what_is_no_more_is_taken_back_and_all_of_it_when_it_is_switched_off()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using Neighbour home = await Neighbour.AtAsync(broker.Port, "#");
        // What an earlier start announced: a load that is gone since.
        await home.SayAsync(Config, """{"cmps": {"heater_running": {"p": "binary_sensor", "uniq_id": "x"}, "pv_power_w": {"p": "sensor", "uniq_id": "y"}}}""", retain: true);
        home.Heard.Clear();
        await using (WebHouse house = await WebHouse.StartAsync(mqtt: On, blocksPerSecond: null, prepare: house => UseBroker(house, broker.Port)))
        {
            JsonNode device = JsonNode.Parse(await home.HearsAsync(Config, text => text.Contains("heater_running", StringComparison.Ordinal) && text.Contains("miner_running", StringComparison.Ordinal)))!;
            Assert.Equal("""{"p":"binary_sensor"}""", device["cmps"]!["heater_running"]!.ToJsonString());
            Assert.NotNull(device["cmps"]!["pv_power_w"]!["stat_t"]);
            await home.HearsAsync("bitgrid/status", text => text == "online");

            broker.Kill();
            await broker.StartAgainAsync();
            await using Neighbour later = await Neighbour.AtAsync(broker.Port, "#");
            await later.HearsAsync(Config, text => text.Contains("miner_running", StringComparison.Ordinal));
        }

        await using Neighbour last = await Neighbour.AtAsync(broker.Port, "#");
        await last.HearsAsync("bitgrid/status", text => text == "offline");
        await using WebHouse without = await WebHouse.StartAsync(blocksPerSecond: null, prepare: house => UseBroker(house, broker.Port));
        await last.HearsAsync(Config, text => text.Length == 0);
    }

    [MosquittoFact]
    public async Task At_a_real_broker_a_wish_that_safety_holds_back_is_answered_with_the_reason()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using Neighbour home = await Neighbour.AtAsync(broker.Port);
        await using WebHouse house = await WebHouse.StartAsync(mqtt: On, blocksPerSecond: null, prepare: house =>
        {
            UseBroker(house, broker.Port);
            // What the decision hangs on is told by this test; the rest by the simulated house.
            Edit(house, "house/miner/temp_c", "test/temp_c");
            Edit(house, "house/battery/soc_pct", "test/soc_pct");
        });
        await home.SayAsync("test/soc_pct", "80");
        await home.SayAsync("test/temp_c", "60");
        JsonNode granted = await AskAsync(home, "override/set", "on");
        Assert.Equal(("granted", true, null), (Result(granted), granted["in_force"]!.GetValue<bool>(), granted["reason"]?.GetValue<string>()));

        await home.SayAsync("test/temp_c", "91");
        await home.HearsAsync("bitgrid/miner/decision", text => text.Contains("R3_OVER_TEMP", StringComparison.Ordinal));

        // It was granted, and would hold if safety did not stand above it: both ways of asking say so, and why.
        foreach ((string topic, string wish) in ((string, string)[])[("override/set", "on"), ("switch/set", "ON")])
        {
            JsonNode held = await AskAsync(home, topic, wish);
            Assert.Equal(("granted", false), (Result(held), held["in_force"]!.GetValue<bool>()));
            Assert.True(held["override"]!["run"]!.GetValue<bool>());
            Assert.Contains("°C", held["reason"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Contains("°C", held["explanation"]!["de"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    static string Result(JsonNode answer) => answer["result"]!.GetValue<string>();

    static async Task<JsonNode> AskAsync(Neighbour home, string topic, string wish)
    {
        home.Heard.Clear();
        await home.SayAsync($"bitgrid/miner/{topic}", wish);
        return JsonNode.Parse(await home.HearsAsync("bitgrid/miner/override/result"))!;
    }

    static void UseBroker(WebHouse house, int port)
    {
        Edit(house, "embedded: true", "embedded: false");
        Edit(house, $"port: {house.BrokerPort.ToString(System.Globalization.CultureInfo.InvariantCulture)}", $"port: {port.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    static void Edit(WebHouse house, string from, string to)
    {
        string file = Path.Combine(house.Config, "config.yaml");
        string text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    // The field that a template names must be in the message that it is applied to.
    static async Task FieldIsThereAsync(Neighbour home, string id, string topic, string? template)
    {
        string message = await home.HearsAsync(topic);
        if (template is null)
            return;
        string path = Field().Match(template).Groups["path"].Value;
        Assert.False(path.Length == 0, $"{id}: {template}");
        JsonNode? node = JsonNode.Parse(message);
        foreach (string name in path.Split('.'))
        {
            Assert.True(node!.AsObject().ContainsKey(name), $"{id}: {topic} has no {path}: {message}");
            node = node[name];
        }
    }

    [GeneratedRegex(@"value_json\.(?<path>[a-z_.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
