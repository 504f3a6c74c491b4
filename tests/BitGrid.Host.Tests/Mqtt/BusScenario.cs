using System.Collections.Concurrent;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using BitGrid.Host.Mqtt;
using BitGrid.Host.Secrets;
using BitGrid.Host.Tests.Recordings;
using BitGrid.Host.Tests.Secrets;

namespace BitGrid.Host.Tests.Mqtt;

/// <summary>A connection under test with a configuration folder of its own, and all it told.</summary>
sealed class BusScenario : IAsyncDisposable
{
    public BusScenario(int port) => Settings = new() { Embedded = false, Host = "localhost", Port = port };

    public TemporaryFolder Config { get; } = new();

    public MqttSettings Settings { get; init; }

    public ConcurrentQueue<HealthEvent> Events { get; } = [];

    public ConcurrentQueue<(string Topic, string Text, bool Retained)> Received { get; } = [];

    public MqttBus Bus => field ??= new(Settings, Config["."], new SecretFiles(Config["."]), Events.Enqueue, TimeProvider.System);

    /// <summary>Writes a secret as it should be.</summary>
    public void WriteSecret(string name, string secret)
    {
        File.WriteAllText(Config[name], secret);
        FileModes.Set(Config[name], UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public IDisposable Listen(string filter) =>
        Bus.Subscribe(filter, message => Received.Enqueue((message.Topic, System.Text.Encoding.UTF8.GetString(message.Payload.Span), message.Retained)));

    public async Task ConnectAsync()
    {
        Bus.Start();
        await IsConnectedAsync();
    }

    public Task IsConnectedAsync() => Wait.UntilAsync(() => Bus.Status.IsConnected, $"a connection; last error: {Bus.Status.LastError}");

    /// <summary>Starts and waits until it is known why there is no connection.</summary>
    public async Task<string> FailToConnectAsync()
    {
        Bus.Start();
        await Wait.UntilAsync(() => Bus.Status.LastError is not null || Bus.Status.IsConnected, "an error");
        Assert.False(Bus.Status.IsConnected);
        return Bus.Status.LastError!;
    }

    public async ValueTask DisposeAsync()
    {
        await Bus.DisposeAsync();
        Config.Dispose();
    }
}
