using System.Text;
using BitGrid.Devices.Mqtt;
using BitGrid.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Devices.Tests.Mqtt;

public sealed class MqttLoadTests
{
    static readonly MqttLoadOptions Plain = new() { Load = "miner", CommandTopic = "cmnd/miner/POWER", StateTopic = "stat/miner/POWER" };

    readonly LocalBus _bus = new();
    readonly RecordingTelemetry _telemetry = new();

    [Theory]
    [InlineData(0, "OFF")]
    [InlineData(1, "ON")]
    [InlineData(3, "ON")]
    public async Task By_default_it_says_on_and_off(int level, string payload) => Assert.Equal(payload, await SaidTo(Plain, level));

    [Theory]
    [InlineData(0, """{"w":0,"ref":"c-7"}""")]
    [InlineData(2, """{"level":2,"w":1200,"ref":"c-7"}""")]
    public async Task A_payload_may_hold_level_power_and_name_of_the_command(int level, string payload) => Assert.Equal(payload, await SaidTo(
        Plain with { OnPayload = """{"level":{level},"w":{power_w},"ref":"{id}"}""", OffPayload = """{"w":{power_w},"ref":"{id}"}""" }, level));

    [Theory]
    [InlineData(0, "standby")]
    [InlineData(1, "eco")]
    [InlineData(2, "normal")]
    [InlineData(3, "turbo 1600")]
    public async Task Each_level_may_have_its_own_payload(int level, string payload) =>
        Assert.Equal(payload, await SaidTo(Plain with { OffPayload = "standby", LevelPayloads = ["eco", "normal", "turbo {power_w}"] }, level));

    [Fact]
    public void Payloads_that_do_not_fit_the_levels_are_refused_at_the_start()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => Device(Plain with { LevelPayloads = ["eco", "normal"] }));
        Assert.Contains("level_payloads has 2 entries, but the load miner has 3 levels", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_not_kept_by_the_broker()
    {
        await SaidTo(Plain, level: 1);
        Assert.False(Assert.Single(_bus.Published).Retained);
    }

    [Fact]
    public async Task Without_a_broker_the_command_fails_so_that_it_is_sent_again()
    {
        _bus.Connected = false;
        await Assert.ThrowsAsync<IOException>(() => SaidTo(Plain, level: 1));
    }

    [Fact]
    public async Task A_load_that_tells_nothing_needs_no_listening()
    {
        await Device(Plain with { StateTopic = null }).RunAsync(CancellationToken.None);
        Assert.Empty(_telemetry.LoadReports);
    }

    [Fact]
    public async Task It_listens_until_it_is_told_to_stop()
    {
        using CancellationTokenSource stop = new();
        Task run = Device(Plain).RunAsync(stop.Token);
        _bus.Say("stat/miner/POWER", "ON");
        _bus.Say("stat/miner/POWER", "OFF");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        _bus.Say("stat/miner/POWER", "ON");

        Assert.Equal([new("miner", Running: true), new("miner", Running: false)], _telemetry.LoadReports);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_state_the_broker_kept_counts_only_if_it_is_said_to(bool retained)
    {
        _bus.Say("stat/miner/POWER", "ON", retain: true);
        _ = Device(Plain with { Retained = retained }).RunAsync(CancellationToken.None);

        Assert.Equal(retained ? 1 : 0, _telemetry.LoadReports.Count);
    }

    [Theory]
    [InlineData("eco", true, 1)]
    [InlineData(" Turbo ", true, 3)]
    [InlineData("on", true, null)]
    [InlineData("0", false, null)]
    [InlineData("standby", null, null)]
    [InlineData("", null, null)]
    public void Words_are_turned_back_into_running_and_level(string state, bool? running, int? level) =>
        Assert.Equal(Report(running, level), Heard(Plain with { LevelStates = ["eco", "normal", "turbo"] }, state));

    [Theory]
    [InlineData("0", false, null)]
    [InlineData("2", true, 2)]
    public void A_load_that_repeats_what_it_was_told_needs_no_words_of_its_own(string state, bool running, int? level) =>
        Assert.Equal(Report(running, level), Heard(Plain with { LevelPayloads = ["1", "2", "3"] }, state));

    [Theory]
    [InlineData("""{"StatusSTS":{"POWER":"ON"}}""", "StatusSTS.POWER", true, null)]
    [InlineData("""{"StatusSTS":{"POWER":"OFF"}}""", "StatusSTS.POWER", false, null)]
    [InlineData("""{"relays":[{"ison":false},{"ison":true}]}""", "relays.1.ison", true, null)]
    [InlineData("""{"level":2}""", "level", true, 2)]
    [InlineData("""{"level":0}""", "level", false, null)]
    [InlineData("""{"level":7}""", "level", null, null)]
    [InlineData("""{"level":null}""", "level", null, null)]
    [InlineData("""{"level":{"now":2}}""", "level", null, null)]
    [InlineData("""{"relays":[]}""", "relays.0.ison", null, null)]
    [InlineData("""{"relays":[true]}""", "relays.-1", null, null)]
    [InlineData("""{"other":1}""", "level", null, null)]
    [InlineData("[1,2", "0", null, null)]
    [InlineData("ON", "level", null, null)]
    [InlineData("", "level", null, null)]
    public void A_state_may_stand_inside_json(string payload, string path, bool? running, int? level) =>
        Assert.Equal(Report(running, level), Heard(Plain with { StatePath = path, LevelStates = ["1", "2", "3"] }, payload));

    [Theory]
    [InlineData("49.9", false)]
    [InlineData("50", true)]
    [InlineData("1.2e3", true)]
    [InlineData("-3", false)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e999", null)]
    [InlineData("1,5", null)]
    [InlineData("ON", null)]
    public void A_power_says_whether_it_runs(string payload, bool? running) =>
        Assert.Equal(Report(running, level: null), Heard(Plain with { PowerThresholdW = 50 }, payload));

    [Fact]
    public void Bytes_that_are_no_text_say_nothing()
    {
        MqttLoad device = Device(Plain with { StatePath = "level" });
        _ = device.RunAsync(CancellationToken.None);
        foreach (byte[] payload in new byte[][] { [0xFF, 0xFE, 0x00], [0x7B, 0x22, 0xC3], Encoding.UTF8.GetBytes(new string('[', 5_000)) })
            _ = _bus.PublishAsync("stat/miner/POWER", payload, retain: false, CancellationToken.None);

        Assert.Equal(3, _bus.Published.Count);
        Assert.Empty(_telemetry.LoadReports);
    }

    static LoadReport? Report(bool? running, int? level) => running is { } runs ? new("miner", runs, level) : null;

    MqttLoad Device(MqttLoadOptions options) => new(options, Some.Device(new FakeTimeProvider(), _bus, _telemetry));

    async Task<string?> SaidTo(MqttLoadOptions options, int level)
    {
        await Device(options).SwitchAsync(Some.Command(level, id: "c-7"), CancellationToken.None);
        return _bus.Last(options.CommandTopic);
    }

    LoadReport? Heard(MqttLoadOptions options, string payload)
    {
        _ = Device(options).RunAsync(CancellationToken.None);
        _bus.Say(options.StateTopic!, payload);
        return _telemetry.LoadReports.IsEmpty ? null : _telemetry.LoadReports.Single();
    }
}
