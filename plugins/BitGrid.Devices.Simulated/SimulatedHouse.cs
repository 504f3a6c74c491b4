using System.Text;

namespace BitGrid.Devices.Simulated;

/// <summary>
/// A house that lives on MQTT only: it publishes its readings and listens to the command topics of its loads, so everything
/// between BitGrid and it (topic map, commands, confirmation) is the real path.
/// </summary>
/// <param name="options">Settings.</param>
/// <param name="context">What the host lends.</param>
[Device("simulated-house")]
public sealed class SimulatedHouse(SimulatedHouseOptions options, DeviceContext context) : IDevice
{
    readonly Lock _gate = new();
    HouseModel? _house;
    FaultSwitches? _faults;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stop)
    {
        // After a lost connection the host calls again: the same house goes on.
        _house ??= new(options, context.Time.GetUtcNow());
        _faults ??= new(_house);
        using IDisposable miner = Listen("miner/set", payload => Switch(payload, _house.MinerLevels, _house.SwitchMiner));
        using IDisposable heater = Listen("heater/set", payload => Switch(payload, 1, level => _house.SwitchHeater(level > 0)));
        using IDisposable faults = Listen("sim/fault", _faults.Read);
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(options.PublishS), context.Time);
        do
            await PublishAsync(GoOn(_house, _faults), stop).ConfigureAwait(false);
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false));
    }

    static void Switch(ReadOnlyMemory<byte> payload, int levels, Action<int> load)
    {
        if (CommandText.Level(payload, levels) is { } level)
            load(level);
    }

    IDisposable Listen(string topic, Action<ReadOnlyMemory<byte>> receive) =>
        context.Bus.Subscribe($"{options.BaseTopic}/{topic}", message =>
        {
            // What a broker kept is an order of yesterday.
            if (message.Retained)
                return;
            lock (_gate)
                receive(message.Payload);
        });

    IReadOnlyList<HouseMessage> GoOn(HouseModel house, FaultSwitches faults)
    {
        lock (_gate)
        {
            house.GoOnTo(context.Time.GetUtcNow());
            return faults.Apply(house.Messages());
        }
    }

    // Side by side: waiting for each acknowledgement in turn would slow a house that runs many times faster than the wall clock.
    Task PublishAsync(IReadOnlyList<HouseMessage> messages, CancellationToken stop) =>
        Task.WhenAll(messages.Select(message =>
            context.Bus.PublishAsync($"{options.BaseTopic}/{message.Topic}", Encoding.UTF8.GetBytes(message.Payload), retain: false, stop)));
}
