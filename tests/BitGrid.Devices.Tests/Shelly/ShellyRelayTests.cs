using BitGrid.Devices.Shelly;
using BitGrid.Testing;
using BitGrid.TestKit.Devices;
using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Devices.Tests.Shelly;

public sealed class ShellyRelayTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly FakeTimeProvider _clock = new(Some.Block.WindowStart);
    readonly RecordingTelemetry _telemetry = new();
    readonly CancellationTokenSource _stop = new(Patience);
    readonly FakeShelly _shelly;

    public ShellyRelayTests() => _shelly = new(_clock);

    public void Dispose()
    {
        _stop.Cancel();
        _shelly.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task The_relay_falls_off_by_itself_when_no_further_command_comes()
    {
        using ShellyRelay relay = Relay();
        await relay.SwitchAsync(Some.Command(level: 1, validForS: 900), _stop.Token);
        Assert.True(_shelly.Output);

        _clock.Advance(TimeSpan.FromSeconds(899));
        Assert.True(_shelly.Output);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_shelly.Output);
    }

    [Fact]
    public async Task A_command_in_every_block_keeps_it_on()
    {
        using ShellyRelay relay = Relay();
        for (int block = 0; block < 12; block++)
        {
            await relay.SwitchAsync(Some.Command(level: 1, validForS: 900), _stop.Token);
            _clock.Advance(TimeSpan.FromMinutes(10));
            Assert.True(_shelly.Output, $"off in block {block}");
        }

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(_shelly.Output);
    }

    [Fact]
    public async Task Off_is_for_good()
    {
        using ShellyRelay relay = Relay();
        await relay.SwitchAsync(Some.Command(level: 1), _stop.Token);
        await relay.SwitchAsync(Some.Command(level: 0), _stop.Token);

        Assert.False(_shelly.Output);
        Assert.False(_shelly.HasTimer);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(_shelly.Output);
        Assert.Equal("""rpc/Switch.Set {"id":0,"on":false}""", _shelly.Requests[^1]);
    }

    [Theory]
    [InlineData(1, 899.6, 900)]
    [InlineData(3, 900, 900)]
    [InlineData(2, 0.2, 1)]
    public async Task Any_level_closes_it_for_whole_seconds(int level, double validForS, int toggleAfterS)
    {
        using ShellyRelay relay = Relay(new() { Load = "miner", Channel = 2 });
        await relay.SwitchAsync(Some.Command(level, validForS: validForS), _stop.Token);

        Assert.Equal([$$"""rpc/Switch.Set {"id":2,"on":true,"toggle_after":{{toggleAfterS}}}"""], _shelly.Requests);
    }

    [Fact]
    public async Task A_button_takes_the_timer_away_and_the_next_command_brings_it_back()
    {
        using ShellyRelay relay = Relay();
        _shelly.PressButton();
        Assert.True(_shelly.Output);
        Assert.False(_shelly.HasTimer);

        await relay.SwitchAsync(Some.Command(level: 1, validForS: 900), _stop.Token);
        Assert.True(_shelly.HasTimer);
    }

    [Fact]
    public async Task Each_look_reports_power_and_state()
    {
        using ShellyRelay relay = Relay();
        Task run = relay.RunAsync(_stop.Token);
        await _telemetry.UntilAsync(seen => seen.LoadReports.Contains(new("miner", Running: false)), Patience);
        Assert.Contains(new(Reading.MinerPowerW, 0, "miner"), _telemetry.Measurements);

        await relay.SwitchAsync(Some.Command(level: 1), _stop.Token);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await _telemetry.UntilAsync(seen => seen.LoadReports.Contains(new("miner", Running: true)), Patience);
        Assert.Contains(new(Reading.MinerPowerW, 1500, "miner"), _telemetry.Measurements);

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_relay_that_does_not_measure_says_so()
    {
        _shelly.LoadPowerW = null;
        using ShellyRelay relay = Relay();
        Task run = relay.RunAsync(_stop.Token);
        await _telemetry.UntilAsync(seen => seen.LoadReports.Count > 0, Patience);

        Assert.Equal([new(Reading.MinerPowerW, null, "miner")], _telemetry.Measurements);
        Assert.False(run.IsCompleted);
    }

    [Fact]
    public async Task Its_power_is_left_alone_when_another_meter_measures_the_load()
    {
        using ShellyRelay relay = Relay(new() { Load = "miner", MeasuresPower = false });
        _ = relay.RunAsync(_stop.Token);
        await _telemetry.UntilAsync(seen => seen.LoadReports.Count > 0, Patience);

        Assert.Empty(_telemetry.Measurements);
    }

    [Fact]
    public async Task What_it_protects_itself_from_is_told_after_its_state()
    {
        _shelly.Errors = ["overtemp"];
        using ShellyRelay relay = Relay();

        IOException fault = await Assert.ThrowsAsync<IOException>(() => relay.RunAsync(_stop.Token));
        Assert.Equal($"Shelly {_shelly.Host} reports overtemp on output 0. It may have switched the load off to protect itself.", fault.Message);
        Assert.Equal([new("miner", Running: false)], _telemetry.LoadReports);
    }

    [Fact]
    public async Task Looking_and_switching_never_ask_at_once()
    {
        using ShellyRelay relay = Relay();
        _ = relay.RunAsync(_stop.Token);
        for (int i = 0; i < 20; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAll(relay.SwitchAsync(Some.Command(level: 1), _stop.Token), relay.SwitchAsync(Some.Command(level: 2), _stop.Token));
        }

        Assert.Equal(1, _shelly.MostAtOnce);
    }

    [Fact]
    public async Task The_first_generation_is_refused_by_name()
    {
        using FakeShelly old = new(_clock) { Generation = 1 };
        using ShellyRelay relay = Relay(new() { Load = "miner", Host = old.Host });

        NotSupportedException fault = await Assert.ThrowsAsync<NotSupportedException>(() => relay.SwitchAsync(Some.Command(level: 1), _stop.Token));
        Assert.Contains("first generation", fault.Message, StringComparison.Ordinal);
        Assert.False(old.Output);
    }

    ShellyRelay Relay(ShellyRelayOptions? options = null, params (string File, string Secret)[] secrets)
    {
        options ??= new() { Load = "miner" };
        return new(options.Host.Length > 0 ? options : options with { Host = _shelly.Host }, Some.Device(_clock, telemetry: _telemetry, secrets: new LocalSecrets(secrets)));
    }
}
