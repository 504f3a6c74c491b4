using System.Text;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;

namespace BitGrid.Host.Mqtt;

/// <summary>
/// The one connection to the broker. It is made in the background and made again whenever it is lost; meanwhile nothing waits
/// for it. Works on real time: a network is no faster in a simulated house.
/// </summary>
/// <param name="settings">The connection.</param>
/// <param name="configFolder">Folder that relative paths begin at.</param>
/// <param name="secrets">For the password.</param>
/// <param name="tell">Takes events; must not block.</param>
/// <param name="realTime">The real clock.</param>
internal sealed class MqttBus(MqttSettings settings, string configFolder, ISecrets secrets, Action<HealthEvent> tell, TimeProvider realTime) : IMessageBus, IAsyncDisposable
{
    // A connection that lasted less did not really work: the next attempt takes its time.
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);
    static readonly TimeSpan BetweenFaults = TimeSpan.FromMinutes(1);

    readonly Subscriptions _subscriptions = new();
    readonly CancellationTokenSource _stop = new();
    readonly DateTimeOffset _created = realTime.GetUtcNow();

    Task _running = Task.CompletedTask;
    volatile MqttConnection? _connection;
    volatile State? _state;
    long _received;
    long _sent;
    long _receiverFaults;

    /// <summary>Raised at every connection, when the broker knows that BitGrid is there. Handlers must not block.</summary>
    public event EventHandler? Connected;

    /// <summary>How the connection is; safe to ask from any thread.</summary>
    public BusStatus Status
    {
        get
        {
            State state = _state ?? new(IsConnected: false, _created, LastError: null);
            return new(state.IsConnected, state.Since, state.LastError, Interlocked.Read(ref _received), Interlocked.Read(ref _sent), Interlocked.Read(ref _receiverFaults));
        }
    }

    /// <summary>Messages that have come and are not dealt with yet; bounded.</summary>
    public int Waiting => _connection?.Waiting ?? 0;

    /// <summary>Begins to connect. Returns at once, whether there is a broker or not.</summary>
    public void Start() => _running = Task.Run(RunAsync);

    /// <inheritdoc/>
    public async Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(topic) || topic.AsSpan().ContainsAny('+', '#', '\0'))
            throw new ArgumentException($"'{topic}' is no topic to publish to: it must have no wildcards.", nameof(topic));
        MqttConnection connection = _connection ?? throw new IOException($"There is no connection to the MQTT broker. {Status.LastError}".TrimEnd());
        await connection.PublishAsync(topic, payload, retain, cancellation);
        Interlocked.Increment(ref _sent);
    }

    /// <inheritdoc/>
    public IDisposable Subscribe(string filter, Action<BusMessage> receive) => _subscriptions.Add(filter, receive);

    /// <summary>Says goodbye to the broker and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    async Task RunAsync()
    {
        Backoff backoff = new();
        while (!_stop.IsCancellationRequested)
        {
            long began = realTime.GetTimestamp();
            await ConnectOnceAsync();
            if (realTime.GetElapsedTime(began) > Settled)
                backoff.Reset();
            await Task.Delay(backoff.Next(), realTime, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task ConnectOnceAsync()
    {
        try
        {
            await using MqttConnection connection = await MqttConnection.OpenAsync(MqttOptions.Of(settings, configFolder, secrets), Deliver, _stop.Token);
            try
            {
                await ServeAsync(connection);
            }
            finally
            {
                _connection = null;
            }
        }
        catch (Exception failure)
        {
            // Whatever happened: a program that has lost its broker for good would be worse.
            if (!_stop.IsCancellationRequested)
                Lost(failure);
        }
    }

    async Task ServeAsync(MqttConnection connection)
    {
        await SayAsync(connection, MqttTopics.Online);
        await AskAsync(connection);
        _connection = connection;
        _state = new(IsConnected: true, realTime.GetUtcNow(), _state?.LastError);
        tell(new(realTime.GetUtcNow(), HealthLevel.Info, "mqtt_connected", "", $"Connected to the MQTT broker {settings.Host}.") { Ends = "mqtt_disconnected" });
        Connected?.Invoke(this, EventArgs.Empty);

        while (!_stop.IsCancellationRequested)
        {
            using CancellationTokenSource waiting = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            Task first = await Task.WhenAny(connection.Closed, _subscriptions.ChangedAsync(waiting.Token));
            await waiting.CancelAsync();
            if (first == connection.Closed)
            {
                Lost(await connection.Closed);
                return;
            }

            try
            {
                if (!_stop.IsCancellationRequested)
                    await AskAsync(connection);
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                // Subscriptions end while the program does, and the client reports a wait that was called off as a timeout, too. The
                // goodbye is said all the same.
            }
        }

        await SayAsync(connection, MqttTopics.Offline);
    }

    Task SayAsync(MqttConnection connection, string status) =>
        connection.PublishAsync(MqttTopics.Status(settings.BaseTopic), Encoding.UTF8.GetBytes(status), retain: true, CancellationToken.None);

    async Task AskAsync(MqttConnection connection)
    {
        foreach (string refused in await connection.AskForAsync(_subscriptions.All, _stop.Token))
            Tell(HealthLevel.Warning, "mqtt_subscription_refused", refused, $"The MQTT broker does not let BitGrid read {Printable.Text(refused)}. Allow it for this user in the broker's list of rights.");
    }

    void Lost(Exception? failure)
    {
        State? before = _state;
        string why = MqttFaults.Explain(failure, settings, isNew: before is not { IsConnected: true });
        bool isNews = before is null or { IsConnected: true } || before.LastError != why;
        _connection = null;
        _state = new(IsConnected: false, before is { IsConnected: false } ? before.Since : realTime.GetUtcNow(), why);
        if (isNews)
            tell(new(realTime.GetUtcNow(), HealthLevel.Warning, "mqtt_disconnected", "", $"{why} BitGrid keeps trying.") { Lasts = true });
    }

    void Deliver(BusMessage message)
    {
        Interlocked.Increment(ref _received);
        foreach (Subscription subscription in _subscriptions.For(message.Topic))
        {
            try
            {
                subscription.Receive(message);
            }
            catch (Exception failure)
            {
                // A stranger's code: the others get the message all the same.
                ReceiverFailed(subscription, message.Topic, failure);
            }
        }
    }

    void ReceiverFailed(Subscription subscription, string topic, Exception failure)
    {
        Interlocked.Increment(ref _receiverFaults);
        DateTimeOffset now = realTime.GetUtcNow();
        if (subscription.FaultTold is { } told && now - told < BetweenFaults)
            return;
        subscription.FaultTold = now;
        Tell(HealthLevel.Warning, "mqtt_receiver_failed", subscription.Filter,
            $"The receiver of {Printable.Text(subscription.Filter)} failed at a message of {Printable.Text(topic)} ({failure.GetType().Name}: {Printable.Text(failure.Message, quote: false)}). The message is lost; report this.");
    }

    void Tell(HealthLevel level, string code, string subject, string message) => tell(new(realTime.GetUtcNow(), level, code, subject, message));

    sealed record State(bool IsConnected, DateTimeOffset Since, string? LastError);
}
