using System.Text.Json;

namespace BitGrid.Devices.Simulated;

/// <summary>
/// Faults on demand, by message: <c>{"sensor": "grid", "mode": "silent"}</c> (or <c>frozen</c>, <c>normal</c>) and
/// <c>{"miner": "deaf"}</c> (or <c>hot</c>, <c>normal</c>). What is not understood changes nothing.
/// </summary>
sealed class FaultSwitches(HouseModel house)
{
    readonly Dictionary<string, SensorFault> _sensors = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _lastSaid = new(StringComparer.Ordinal);

    /// <summary>Reads a message.</summary>
    public void Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(payload);
            if (WordOf(json.RootElement, "miner") is { } miner && IsOneOf(miner, out MinerFault fault))
                house.MinerFault = fault;
            if (WordOf(json.RootElement, "sensor") is { } sensor && WordOf(json.RootElement, "mode") is { } mode && IsOneOf(mode, out SensorFault how))
                Set(sensor, how);
        }
        catch (JsonException)
        {
            // Whoever plays with faults sees that nothing happens.
        }
    }

    /// <summary>What the sensors say, faults included.</summary>
    public IReadOnlyList<HouseMessage> Apply(IEnumerable<HouseMessage> messages)
    {
        List<HouseMessage> said = [];
        foreach (HouseMessage message in messages)
        {
            SensorFault fault = FaultOf(message.Topic);
            if (fault == SensorFault.Silent)
                continue;
            if (fault == SensorFault.Normal || !_lastSaid.ContainsKey(message.Topic))
                _lastSaid[message.Topic] = message.Payload;
            said.Add(message with { Payload = _lastSaid[message.Topic] });
        }

        return said;
    }

    // A sensor is named by its topic (battery/soc_pct) or by the first part of it (battery: power and state of charge).
    void Set(string sensor, SensorFault fault)
    {
        if (house.Messages().Any(message => Names(sensor, message.Topic)))
            _sensors[sensor] = fault;
    }

    SensorFault FaultOf(string topic) =>
        _sensors.TryGetValue(topic, out SensorFault own) && own != SensorFault.Normal
            ? own
            : _sensors.GetValueOrDefault(topic.Split('/')[0]);

    static bool Names(string sensor, string topic) => topic == sensor || topic.Split('/')[0] == sensor;

    static string? WordOf(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static bool IsOneOf<T>(string word, out T value)
        where T : struct, Enum =>
        Enum.TryParse(word, ignoreCase: true, out value) && char.IsAsciiLetter(word[0]) && Enum.IsDefined(value);
}
