using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Engine.Intake;
using BitGrid.Host.Configuration.Yaml;
using BitGrid.Host.Mqtt;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>What a schema cannot tell of section <c>mqtt</c> of <c>config.yaml</c>.</summary>
internal static class MqttChecks
{
    const string Section = "mqtt";

    // What only means something for a broker of the house. The port counts for both.
    static readonly string[] OfTheHouse = ["host", "tls", "ca_file", "user", "password_file"];

    public static IEnumerable<ConfigFault> Run(CheckedDocument main) => main.Section(Section) is { } mqtt
        ? [.. Connection(main, mqtt), .. Units(main, mqtt), .. Loads(main, mqtt), .. Twins(main, mqtt)]
        : [];

    static IEnumerable<ConfigFault> Connection(CheckedDocument main, ConfigMap mqtt)
    {
        if (Value(mqtt, "embedded") is null or true)
        {
            return OfTheHouse.Where(key => Value(mqtt, key) is not (null or false or "localhost")).Select(key => Fault(main, mqtt.Find(key)!.Value, key,
                "belongs to a broker of the house, but BitGrid brings its own", "", $"Set mqtt.embedded to false to use the broker of the house, or remove {key}."));
        }

        return
        [
            .. Lonely(main, mqtt, "password_file", needs: "user", isThere: Value(mqtt, "user") is not null, "Add the user that the password belongs to, or remove password_file."),
            .. Lonely(main, mqtt, "ca_file", needs: "tls: true", isThere: Value(mqtt, "tls") is true, "Set mqtt.tls to true, and check that mqtt.port is the one for TLS (usually 8883); or remove ca_file."),
        ];
    }

    static IEnumerable<ConfigFault> Lonely(CheckedDocument main, ConfigMap mqtt, string key, string needs, bool isThere, string repair) =>
        isThere || Value(mqtt, key) is null ? [] : [Fault(main, mqtt.Find(key)!.Value, key, $"stands without {needs}", "both or neither", repair)];

    static IEnumerable<ConfigFault> Units(CheckedDocument main, ConfigMap mqtt) =>
        from topic in Topics(main, mqtt)
        where ReadingOf(topic.Map) is not null && Value(topic.Map, "unit") is string
        let units = TopicUnits.For(ReadingOf(topic.Map)!.Value).ToArray()
        let unit = (string)Value(topic.Map, "unit")!
        where !units.Contains(unit)
        select Fault(main, topic.Map.Find("unit")!.Value, topic.Path + ".unit", $"is no unit that {Value(topic.Map, "reading")} comes in", string.Join(", ", units),
            Nearest.Of(unit, units) is { } meant ? $"Did you mean {meant}?" : "Write one of them, or remove the key: then the first counts.");

    static IEnumerable<ConfigFault> Loads(CheckedDocument main, ConfigMap mqtt)
    {
        string[] loads = main.Map?.Find("loads")?.Value is ConfigList list ? [.. list.Items.OfType<ConfigMap>().Select(load => Value(load, "id")).OfType<string>()] : [];
        return
            from topic in Topics(main, mqtt)
            where Value(topic.Map, "load") is string
            let load = (string)Value(topic.Map, "load")!
            let node = topic.Map.Find("load")!.Value
            let fault = !loads.Contains(load)
                ? Fault(main, node, topic.Path + ".load", "is no load of this house", string.Join(", ", loads), Nearest.Of(load, loads) is { } meant ? $"Did you mean {meant}?" : "Write the id of one of the loads.")
                : ReadingOf(topic.Map) < Reading.MinerPowerW
                    ? Fault(main, node, topic.Path + ".load", $"stands with {Value(topic.Map, "reading")}, which is a reading of the house and of no load", "", "Remove the key.")
                    : null
            where fault is not null
            select fault;
    }

    static IEnumerable<ConfigFault> Twins(CheckedDocument main, ConfigMap mqtt) =>
        from same in Topics(main, mqtt).GroupBy(topic => (Value(topic.Map, "topic"), Value(topic.Map, "json_path"), Value(topic.Map, "reading"), Value(topic.Map, "load")))
        from twin in same.Skip(1)
        select new ConfigFault(main.File, twin.Map.At, $"{Section}.{twin.Path}", Value: null,
            string.Create(CultureInfo.InvariantCulture, $"brings the same reading from the same place as the entry of line {same.First().Map.At.Line}"), "each reading once from a place", "Remove one of the two.");

    // Entries in error are left out: their fault is in the report already.
    static ImmutableArray<(string Path, ConfigMap Map)> Topics(CheckedDocument main, ConfigMap mqtt) => mqtt.Find("topics")?.Value is ConfigList list
        ? [.. list.Items.Index().Where(item => item.Item is ConfigMap && main.IsSound(item.Item)).Select(item => (KeyPath.Item("topics", item.Index), (ConfigMap)item.Item))]
        : [];

    static Reading? ReadingOf(ConfigMap topic) =>
        Value(topic, "reading") is string name && ReadingNames.All.IndexOf(name) is >= 0 and int index ? (Reading)index : null;

    static object? Value(ConfigMap map, string key) => (map.Find(key)?.Value as ConfigScalar)?.Value;

    static ConfigFault Fault(CheckedDocument main, ConfigNode node, string key, string problem, string allowed, string repair) =>
        new(main.File, node.At, $"{Section}.{key}", node is ConfigScalar { Value: string text } ? Printable.Text(text) : (node as ConfigScalar)?.Text, problem, allowed, repair);
}
