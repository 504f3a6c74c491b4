using System.Text;
using BitGrid.Testing;

namespace BitGrid.Devices.Tests.Testing;

public sealed class LocalBusTests
{
    readonly LocalBus _bus = new();
    readonly List<string> _heard = [];

    [Theory]
    [InlineData("house/pv", "house/pv", true)]
    [InlineData("house/pv", "house/PV", false)]
    [InlineData("house/pv", "house/pv/power", false)]
    [InlineData("house/pv/power", "house/pv", false)]
    [InlineData("house/+", "house/pv", true)]
    [InlineData("house/+", "house/pv/power", false)]
    [InlineData("+/pv", "house/pv", true)]
    [InlineData("house/+/power", "house/pv/power", true)]
    [InlineData("house/#", "house/pv/power", true)]
    [InlineData("house/#", "house", true)]
    [InlineData("house/#", "barn/pv", false)]
    [InlineData("#", "house/pv", true)]
    [InlineData("#", "$SYS/uptime", false)]
    [InlineData("+/uptime", "$SYS/uptime", false)]
    [InlineData("$SYS/#", "$SYS/uptime", true)]
    [InlineData("house/+", "house/", true)]
    public void A_filter_takes_what_mqtt_takes(string filter, string topic, bool taken)
    {
        Listen(filter);
        _bus.Say(topic, "x");
        Assert.Equal(taken, _heard.Count == 1);
    }

    [Fact]
    public void What_is_retained_reaches_those_who_come_later_until_it_is_emptied()
    {
        _bus.Say("price", "15", retain: true);
        _bus.Say("price", "16", retain: true);
        _bus.Say("power", "800");
        Listen("#");
        _bus.Say("price", "17", retain: true);
        Assert.Equal(["price 16 retained", "price 17"], _heard);

        _heard.Clear();
        _bus.Say("price", "", retain: true);
        Listen("price");
        Assert.Equal(["price "], _heard);
    }

    [Fact]
    public async Task An_outage_fails_and_delivers_nothing()
    {
        Listen("#");
        _bus.Connected = false;
        await Assert.ThrowsAsync<IOException>(() => _bus.PublishAsync("a", default, retain: false, CancellationToken.None));
        Assert.Empty(_heard);
        Assert.Null(_bus.Last("a"));
    }

    [Fact]
    public async Task Waiting_for_what_never_comes_ends_with_what_came()
    {
        RecordingTelemetry telemetry = new();
        telemetry.Report(new LoadReport("miner", Running: true));
        TimeoutException fault = await Assert.ThrowsAsync<TimeoutException>(() => telemetry.UntilAsync(seen => seen.Measurements.Count > 0, TimeSpan.FromMilliseconds(20)));
        Assert.Contains("1 load reports", fault.Message, StringComparison.Ordinal);
    }

    void Listen(string filter) => _bus.Subscribe(filter, message =>
        _heard.Add($"{message.Topic} {Encoding.UTF8.GetString(message.Payload.Span)}{(message.Retained ? " retained" : "")}"));
}
