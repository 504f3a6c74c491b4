using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Mqtt;
using BitGrid.Host.Secrets;

namespace BitGrid.Host.Doctor;

/// <summary>Can the broker be reached, with these credentials?</summary>
internal static class BrokerExam
{
    const string Subject = "broker";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<IEnumerable<Finding>> RunAsync(Patient patient)
    {
        if (patient.House is not { } house)
            return [];
        MqttSettings mqtt = house.Host.Mqtt;
        return [mqtt.Embedded ? await EmbeddedAsync(mqtt.Port, patient.Process is not null) : await OfHouseAsync(mqtt, patient.ConfigFolder)];
    }

    static async Task<Finding> EmbeddedAsync(int port, bool isRunning)
    {
        bool answers = await Reach.TryAsync("127.0.0.1", port) is null;
        return (answers, isRunning) switch
        {
            (true, true) => Finding.Ok(Subject, $"BitGrid's own answers on port {port}"),
            (false, false) => Finding.Ok(Subject, $"port {port} is free for BitGrid's own"),
            (true, false) => Finding.Fault(Subject, $"port {port} is taken by another program, so BitGrid's own broker cannot start", "Use that broker (mqtt.embedded: false), end it, or set another mqtt.port."),
            _ => Finding.Fault(Subject, $"BitGrid is running, but its own broker does not answer on port {port}", "Look into the log for broker_failed."),
        };
    }

    static async Task<Finding> OfHouseAsync(MqttSettings mqtt, string configFolder)
    {
        // Under a name of its own: the running house keeps its connection.
        MqttSettings visitor = mqtt with { ClientId = mqtt.ClientId[..Math.Min(mqtt.ClientId.Length, 16)] + "-doctor", BaseTopic = mqtt.BaseTopic + "-doctor" };
        TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using MqttBus bus = new(visitor, configFolder, new SecretFiles(configFolder), _ => { }, TimeProvider.System);
        bus.Connected += (_, _) => connected.TrySetResult();
        bus.Start();
        await Task.WhenAny(connected.Task, Task.Delay(Patience));
        return connected.Task.IsCompleted
            ? Finding.Ok(Subject, $"{mqtt.Host}:{mqtt.Port} takes the connection")
            : Finding.Fault(Subject, bus.Status.LastError ?? $"{mqtt.Host}:{mqtt.Port} does not answer", "Check section mqtt of config.yaml, the network, and the broker's log.");
    }
}
