using System.Globalization;
using System.Text;
using System.Text.Json;
using BitGrid.Devices.Simulated;
using BitGrid.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Devices.Tests.Simulated;

/// <summary>A simulated house on a bus of its own and on a clock that the test moves.</summary>
sealed class RunningHouse : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly CancellationTokenSource _stop = new();
    readonly SemaphoreSlim _said = new(0);
    readonly SimulatedHouse _house;
    readonly SimulatedHouseOptions _options;
    Task _run;

    public RunningHouse(DateTimeOffset start, SimulatedHouseOptions? options = null)
    {
        _options = options ?? new();
        Clock = new(start);
        // The last thing a house says in each step.
        Bus.Subscribe(_options.BaseTopic + (_options.HeaterPowerW > 0 ? "/heater/state" : _options.MinerLevelsW.IsEmpty ? "/forecast" : "/miner/state"), _ => _said.Release());
        _house = new(_options, Some.Device(Clock, Bus));
        _run = _house.RunAsync(_stop.Token);
        _said.Wait();
    }

    public FakeTimeProvider Clock { get; }

    public LocalBus Bus { get; } = new();

    /// <summary>Everything it said so far, one line each.</summary>
    public string[] Said => [.. Bus.Published.Select(message => $"{message.Topic} {Encoding.UTF8.GetString(message.Payload.Span)}")];

    public double this[string topic] => double.Parse(Text(topic)!, CultureInfo.InvariantCulture);

    public string? Text(string topic) => Bus.Last($"{_options.BaseTopic}/{topic}");

    public JsonElement Json(string topic) => JsonDocument.Parse(Text(topic)!).RootElement;

    public void Say(string topic, string text) => Bus.Say($"{_options.BaseTopic}/{topic}", text);

    /// <summary>Lets its clock go on step by step; it speaks once after each. A step longer than its own is a clock that is set forward.</summary>
    public async Task GoOnAsync(TimeSpan time, TimeSpan? step = null, Action? afterEach = null)
    {
        TimeSpan own = TimeSpan.FromSeconds(_options.PublishS);
        TimeSpan each = step ?? own;
        for (TimeSpan gone = TimeSpan.Zero; gone < time; gone += each)
        {
            Clock.AdjustTime(Clock.GetUtcNow() + each - own);
            Clock.Advance(own);
            Assert.True(await _said.WaitAsync(Patience), $"The house fell silent at {Clock.GetUtcNow():O}: {_run.Exception}");
            afterEach?.Invoke();
        }
    }

    /// <summary>Lets the connection fail until the house gives up, then calls it again as the host does.</summary>
    public async Task LoseConnectionAsync()
    {
        Bus.Connected = false;
        Clock.Advance(TimeSpan.FromSeconds(_options.PublishS));
        await Assert.ThrowsAsync<IOException>(() => _run.WaitAsync(Patience));
        Bus.Connected = true;
        _run = _house.RunAsync(_stop.Token);
        Assert.True(await _said.WaitAsync(Patience));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run.WaitAsync(Patience));
        _stop.Dispose();
        _said.Dispose();
    }
}
