using System.Text;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using BitGrid.Host.Mqtt;

namespace BitGrid.Host.Tests.Mqtt;

/// <summary>What becomes of a message, whatever it holds and whatever the machine's culture.</summary>
public sealed class TopicReadingTests
{
    readonly Telemetry _telemetry = new();
    readonly List<HealthEvent> _events = [];

    [Theory]
    [InlineData("1500", null, Reading.PvPowerW, 1500)]
    [InlineData(" -3.5e2\n", null, Reading.GridPowerW, -350)]
    [InlineData("1.5", "kW", Reading.PvPowerW, 1500)]
    [InlineData("0.0015", "MW", Reading.PvPowerW, 1500)]
    [InlineData("0.2313", "EUR/kWh", Reading.PriceCtKwh, 23.13)]
    [InlineData("-12.34", "EUR/MWh", Reading.PriceCtKwh, -1.234)]
    [InlineData("0.57", "ratio", Reading.BatterySocPct, 57)]
    [InlineData("80", "%", Reading.ForecastConfidence, 0.8)]
    [InlineData("212", "°F", Reading.MinerTempC, 100)]
    [InlineData("68", "F", Reading.HeatTempC, 20)]
    [InlineData("1500", "ms", Reading.MinerHeartbeatAgeS, 1.5)]
    [InlineData("1200.5", "GH/s", Reading.MinerHashrateThs, 1.2005)]
    [InlineData("95000000", "MH/s", Reading.MinerHashrateThs, 95)]
    [InlineData("55.5", "sats/(TH/s·day)", Reading.HashpriceSatsThsDay, 55.5)]
    [InlineData("60000", "EUR", Reading.BtcPriceEur, 60000)]
    public void A_number_arrives_in_the_units_of_the_house(string payload, string? unit, Reading reading, double expected)
    {
        Receive(new() { Topic = "t", Reading = reading, Unit = unit }, payload);
        Assert.Equal([new Measurement(reading, expected)], _telemetry.Measurements);
    }

    [Fact]
    public void A_sign_can_be_turned_and_a_load_named()
    {
        Receive(new() { Topic = "t", Reading = Reading.BatteryPowerW, Invert = true, Unit = "kW" }, "1.2");
        Receive(new() { Topic = "t", Reading = Reading.MinerPowerW, Load = "miner" }, "800");
        Assert.Equal([new(Reading.BatteryPowerW, -1200), new(Reading.MinerPowerW, 800, "miner")], _telemetry.Measurements);
    }

    [Theory]
    [InlineData("ENERGY.Power", """{"ENERGY": {"Power": 12.5}}""")]
    [InlineData("phases.1.w", """{"phases": [{"w": 1}, {"w": 12.5}]}""")]
    [InlineData("params.em:0.total", """{"params": {"em:0": {"total": "12.5"}}}""")]
    [InlineData("0", "[12.5]")]
    public void A_number_is_found_in_json(string path, string payload)
    {
        Receive(new() { Topic = "t", Reading = Reading.PvPowerW, JsonPath = path }, payload);
        Assert.Equal([new Measurement(Reading.PvPowerW, 12.5)], _telemetry.Measurements);
    }

    [Theory]
    [InlineData("unavailable", null)]
    [InlineData("Unknown", null)]
    [InlineData("NaN", null)]
    [InlineData("none", null)]
    [InlineData("", null)]
    [InlineData(" \n", null)]
    [InlineData("unavailable", "p")]
    [InlineData("", "p")]
    [InlineData("""{"p": null}""", "p")]
    [InlineData("""{"p": "unavailable"}""", "p")]
    public void A_device_that_has_no_value_says_so(string payload, string? path)
    {
        Receive(new() { Topic = "t", Reading = Reading.PvPowerW, JsonPath = path }, payload);
        Assert.Equal([new Measurement(Reading.PvPowerW, null)], _telemetry.Measurements);
        Assert.Empty(_events);
    }

    [Theory]
    [InlineData("1,5", null)]
    [InlineData("1.234,5", null)]
    [InlineData("1 500", null)]
    [InlineData("12 W", null)]
    [InlineData("on", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e999", null)]
    [InlineData("\u0661\u0662", null)]
    [InlineData("12", "p")]
    [InlineData("{", "p")]
    [InlineData("""{"p": true}""", "p")]
    [InlineData("""{"p": {"q": 1}}""", "p")]
    [InlineData("""{"p": "1,5"}""", "p")]
    [InlineData("""{"p": 1e999}""", "p")]
    [InlineData("""{"P": 1}""", "p")]
    [InlineData("[1]", "1")]
    [InlineData("[1]", "-1")]
    [InlineData("""{"p": "\ud800"}""", "p")]
    public void What_is_no_number_is_told_once_and_reported_never(string payload, string? path)
    {
        TopicReading topic = Topic(new() { Topic = "t", Reading = Reading.PvPowerW, JsonPath = path });
        topic.Receive(Message(payload));
        topic.Receive(Message(payload));
        Assert.Empty(_telemetry.Measurements);
        HealthEvent told = Assert.Single(_events);
        Assert.Equal(("topic_unreadable", "t", HealthLevel.Warning), (told.Code, told.Subject, told.Level));
    }

    [Fact]
    public void The_event_shows_what_came_and_what_is_expected()
    {
        Receive(new() { Topic = "a\nb", Reading = Reading.PvPowerW, JsonPath = "x.y", Unit = "kW" }, "{\"x\": \u0007" + new string('z', 5000));
        Assert.StartsWith("The message \"{\\\"x\\\": \\u0007zzz", _events[0].Message, StringComparison.Ordinal);
        Assert.EndsWith("…\" of topic \"a\\nb\" cannot be used. Expected: JSON with a number in kW with a decimal point, such as 12.5, for pv_power_w at x.y.", _events[0].Message, StringComparison.Ordinal);
        Assert.InRange(_events[0].Message.Length, 100, 300);
    }

    [Fact]
    public void A_topic_that_is_good_again_is_told_and_may_fail_anew()
    {
        TopicReading topic = Topic(new() { Topic = "t", Reading = Reading.PvPowerW });
        foreach (string payload in (string[])["1,5", "1.5", "2", "x", "y"])
            topic.Receive(Message(payload));
        Assert.Equal(["topic_unreadable", "topic_readable", "topic_unreadable"], _events.Select(told => told.Code));
        Assert.Equal([1.5, 2.0], _telemetry.Measurements.Select(measurement => measurement.Value!.Value));
    }

    [Fact]
    public void A_message_about_something_else_says_nothing_once_the_number_was_found()
    {
        TopicReading topic = Topic(new() { Topic = "t", Reading = Reading.PvPowerW, JsonPath = "em.w" });
        foreach (string payload in (string[])["""{"em": {"w": 1}}""", """{"wifi": {"rssi": -60}}""", """{"em": {"w": 2}}"""])
            topic.Receive(Message(payload));
        Assert.Equal(2, _telemetry.Measurements.Count);
        Assert.Empty(_events);
    }

    [Fact]
    public void Broken_bytes_are_no_number_and_no_exception()
    {
        TopicReading topic = Topic(new() { Topic = "t", Reading = Reading.PvPowerW, JsonPath = "p" });
        topic.Receive(new("t", new byte[] { 0xFF, 0xFE, 0x00 }, Retained: false));
        topic.Receive(new("t", (byte[])[.. "{\"p\":\""u8, 0xFF, .. "\"}"u8], Retained: false));
        topic.Receive(Message(new string('[', 100_000)));
        Assert.Empty(_telemetry.Measurements);
        Assert.Single(_events);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void What_the_broker_kept_counts_only_where_that_is_wanted(bool wanted, int count)
    {
        Topic(new() { Topic = "t", Reading = Reading.PriceCtKwh, Retained = wanted }).Receive(Message("18") with { Retained = true });
        Assert.Equal(count, _telemetry.Measurements.Count);
        Assert.Empty(_events);
    }

    [Fact]
    public void A_forecast_begins_at_the_block_it_names()
    {
        Forecast("""{"first": "2025-06-08T12:00:00+02:00", "surplus_w": [1200, -300.5], "confidence": 0.8}""");
        Forecast("""{"first": "2025-06-08T10:05:00Z", "surplus_w": []}""");
        Block ten = Block.At(new(2025, 6, 8, 10, 0, 0, TimeSpan.Zero));
        Assert.Equal([ten, ten], _telemetry.Forecasts.Select(forecast => forecast.First));
        Assert.Equal<double>([1200, -300.5], _telemetry.Forecasts.First().SurplusW.AsEnumerable());
        Assert.Equal([0.8, null], _telemetry.Forecasts.Select(forecast => forecast.Confidence));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1200]")]
    [InlineData("""{"surplus_w": [1]}""")]
    [InlineData("""{"first": "2025-06-08T10:00:00Z"}""")]
    [InlineData("""{"first": "8.6.2025", "surplus_w": [1]}""")]
    [InlineData("""{"first": 5, "surplus_w": [1]}""")]
    [InlineData("""{"first": "2025-06-08T10:00:00Z", "surplus_w": ["1"]}""")]
    [InlineData("""{"first": "2025-06-08T10:00:00Z", "surplus_w": [1e999]}""")]
    [InlineData("""{"first": "2025-06-08T10:00:00Z", "surplus_w": [1], "confidence": 80}""")]
    public void A_forecast_that_is_none_is_told(string payload)
    {
        Forecast(payload);
        Assert.Empty(_telemetry.Forecasts);
        Assert.Equal("topic_unreadable", Assert.Single(_events).Code);
    }

    [Fact]
    public async Task Topics_reach_the_telemetry_through_a_broker()
    {
        await using EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        await using BusScenario house = new(broker.Port)
        {
            Settings = new()
            {
                Port = broker.Port,
                Topics = [new() { Topic = "meter", Reading = Reading.GridPowerW, JsonPath = "w" }, new() { Topic = "meter", Reading = Reading.PvPowerW, JsonPath = "pv", Unit = "kW" }],
                ForecastTopic = "sun",
            },
        };
        using TopicReadings readings = new(house.Settings, house.Bus, _telemetry, TimeProvider.System, _events.Add);
        await house.ConnectAsync();
        await neighbour.SayAsync("meter", """{"w": -200, "pv": 3.1}""");
        await neighbour.SayAsync("sun", """{"first": "2025-06-08T10:00:00Z", "surplus_w": [1200]}""");
        await Wait.UntilAsync(() => !_telemetry.Forecasts.IsEmpty, "the forecast");
        Assert.Equal([new(Reading.GridPowerW, -200), new(Reading.PvPowerW, 3100)], _telemetry.Measurements);
    }

    static BusMessage Message(string payload) => new("t", Encoding.UTF8.GetBytes(payload), Retained: false);

    TopicReading Topic(TopicSettings settings) => new(settings, _telemetry, TimeProvider.System, _events.Add);

    void Receive(TopicSettings settings, string payload) => Topic(settings).Receive(Message(payload));

    void Forecast(string payload) => new ForecastTopic("sun", _telemetry, TimeProvider.System, _events.Add).Receive(Message(payload));
}
