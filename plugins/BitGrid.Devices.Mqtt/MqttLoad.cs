namespace BitGrid.Devices.Mqtt;

/// <summary>A load that takes commands as MQTT messages and may tell its state the same way: Tasmota, Zigbee2MQTT, a script.</summary>
[Device("mqtt-load")]
public sealed class MqttLoad : ILoadSwitch
{
    readonly MqttLoadOptions _options;
    readonly DeviceContext _context;
    readonly CommandPayload _command;
    readonly StateText _state;

    /// <summary>Creates it.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="context">What the host lends.</param>
    /// <exception cref="ArgumentException"><see cref="MqttLoadOptions.LevelPayloads"/> does not fit the load.</exception>
    public MqttLoad(MqttLoadOptions options, DeviceContext context)
    {
        (_options, _context, _command, _state) = (options, context, new(options), new(options));
        if (!options.LevelPayloads.IsEmpty && Levels != options.LevelPayloads.Length)
            throw new ArgumentException($"level_payloads has {options.LevelPayloads.Length} entries, but the load {options.Load} has {Levels} levels. Write one for each level of levels_w.", nameof(options));
    }

    /// <inheritdoc/>
    public string LoadId => _options.Load;

    int Levels => _context.Site.Loads.FirstOrDefault(load => load.Id == _options.Load)?.TopLevel ?? 0;

    /// <inheritdoc/>
    /// <remarks>Not retained: a load that comes back after an hour must not find an order that nobody stands behind any more.</remarks>
    public Task SwitchAsync(LoadCommand command, CancellationToken cancellation) =>
        _context.Bus.PublishAsync(_options.CommandTopic, _command.Of(command), retain: false, cancellation);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stop)
    {
        if (_options.StateTopic is not { } topic)
            return;
        using IDisposable subscription = _context.Bus.Subscribe(topic, Receive);
        await Task.Delay(Timeout.InfiniteTimeSpan, _context.Time, stop).ConfigureAwait(false);
    }

    void Receive(BusMessage message)
    {
        if (message.Retained && !_options.Retained)
            return;
        if (_state.Report(message.Payload) is { } report)
            _context.Telemetry.Report(report);
    }
}
