using System.Text.Json;
using System.Text.Json.Nodes;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Cli;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Mqtt;

namespace BitGrid.Host.HomeAssistant;

/// <summary>
/// BitGrid as a device, in the form of Home Assistant's MQTT discovery for devices: one document with all entities. Every entity
/// reads a topic that BitGrid publishes.
/// </summary>
/// <param name="configuration">The house.</param>
internal sealed class HomeDevice(SiteConfiguration configuration)
{
    // The longest state that Home Assistant keeps.
    const int LongestState = 255;

    static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly MqttSettings _mqtt = configuration.Host.Mqtt;
    readonly JsonObject _entities = [];

    bool IsGerman => _mqtt.HomeAssistant.Language == Language.De;

    /// <summary>The document.</summary>
    /// <param name="gone">Entities of an earlier document that are no more, with their platform: they are taken back.</param>
    public byte[] Describe(IReadOnlyDictionary<string, string> gone)
    {
        _entities.Clear();
        AddSite();
        AddFigures();
        foreach (LoadProfile load in configuration.Site.Loads)
            AddLoad(load);
        foreach ((string id, string platform) in gone)
            _entities.TryAdd(id, new JsonObject { ["p"] = platform });
        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["dev"] = new JsonObject
                {
                    ["ids"] = new JsonArray(HomeTopics.DeviceId(_mqtt)),
                    ["name"] = configuration.Name is { Length: > 0 } name ? $"BitGrid {name}" : "BitGrid",
                    ["mf"] = "BitGrid",
                    ["mdl"] = Say("Energy controller", "Energieregler"),
                    ["sw"] = ProductVersion.Text,
                },
                ["o"] = new JsonObject { ["name"] = "BitGrid", ["sw"] = ProductVersion.Text },
                ["cmps"] = _entities.DeepClone(),
                ["avty_t"] = MqttTopics.Status(_mqtt.BaseTopic),
                ["qos"] = 1,
            },
            Readable);
    }

    void AddSite()
    {
        string topic = MqttTopics.State(_mqtt.BaseTopic);
        AddPower("pv_power_w", Say("PV", "PV"));
        AddPower("house_load_w", Say("House", "Haus"));
        AddPower("grid_power_w", Say("Grid (+ import)", "Netz (+ Bezug)"));
        AddPower("surplus_w", Say("Surplus", "Überschuss"));
        if (configuration.Site.HasBattery)
        {
            AddPower("battery_power_w", Say("Battery (+ discharge)", "Batterie (+ Entladung)"));
            Add("battery_soc_pct", "sensor", Say("Battery", "Batterie"), topic, "{{ value_json.battery_soc_pct }}", ("dev_cla", "battery"), ("unit_of_meas", "%"), ("stat_cla", "measurement"));
        }

        Add("price_ct_kwh", "sensor", Say("Price", "Preis"), topic, "{{ value_json.price_ct_kwh }}", ("unit_of_meas", "ct/kWh"), ("stat_cla", "measurement"), ("ic", "mdi:cash"));

        void AddPower(string field, string name) =>
            Add(field, "sensor", name, topic, $"{{{{ value_json.{field} }}}}", ("dev_cla", "power"), ("unit_of_meas", "W"), ("stat_cla", "measurement"));
    }

    void AddFigures()
    {
        string topic = HomeTopics.Summary(_mqtt.BaseTopic);
        Add("problems", "sensor", Say("Problems", "Probleme"), topic, "{{ value_json.problems }}", ("ic", "mdi:alert-circle-outline"));
        AddToday("load_kwh", Say("Energy of the loads today", "Energie der Verbraucher heute"), ("dev_cla", "energy"), ("unit_of_meas", "kWh"), ("stat_cla", "total_increasing"));
        AddToday("grid_import_kwh", Say("Grid import today", "Netzbezug heute"), ("dev_cla", "energy"), ("unit_of_meas", "kWh"), ("stat_cla", "total_increasing"));
        AddToday("self_consumption_pct", Say("Self-consumption today", "Eigenverbrauch heute"), ("unit_of_meas", "%"), ("ic", "mdi:home-percent"));
        AddToday("self_sufficiency_pct", Say("Self-sufficiency today", "Autarkie heute"), ("unit_of_meas", "%"), ("ic", "mdi:home-percent-outline"));
        AddToday("sats", Say("Mined today", "Heute geschürft"), ("unit_of_meas", "sats"), ("ic", "mdi:bitcoin"));
        AddToday("switches_per_day", Say("Starts and stops today", "Schaltungen heute"), ("ic", "mdi:swap-vertical"));

        void AddToday(string field, string name, params (string, string)[] more) =>
            Add($"today_{field}", "sensor", name, topic, $"{{{{ value_json.today.{field} }}}}", more);
    }

    void AddLoad(LoadProfile load)
    {
        string id = load.Id;
        string language = IsGerman ? "de" : "en";
        string decision = MqttTopics.Decision(_mqtt.BaseTopic, id);
        Add($"{id}_running", "binary_sensor", $"{id}: {Say("state", "Zustand")}", decision, "{{ 'ON' if value_json.running else 'OFF' }}", ("dev_cla", "running"));
        Add($"{id}_level", "sensor", $"{id}: {Say("level", "Stufe")}", decision, "{{ value_json.level }}", ("ic", "mdi:stairs"));
        Add($"{id}_action", "sensor", $"{id}: {Say("last action", "letzte Aktion")}", decision, "{{ value_json.action }}", ("ic", "mdi:gesture-tap-button"));
        Add($"{id}_reason", "sensor", $"{id}: {Say("why", "warum")}", decision, Sentence($"value_json.explanation.{language}"), ("ic", "mdi:comment-question-outline"));
        Add($"{id}_stable_until", "sensor", $"{id}: {Say("stable until", "stabil bis")}", decision, "{{ value_json.valid_until }}", ("dev_cla", "timestamp"));
        Add($"{id}_preview", "sensor", $"{id}: {Say("next block", "nächster Block")}", HomeTopics.Preview(_mqtt.BaseTopic, id), Sentence($"value_json.next.{language}"), ("ic", "mdi:crystal-ball"));
        Add($"{id}_change", "sensor", $"{id}: {Say("what would have to change", "was sich ändern müsste")}", HomeTopics.Preview(_mqtt.BaseTopic, id), Sentence($"value_json.change.{language}"), ("ic", "mdi:help-rhombus-outline"));
        if (_mqtt.Overrides)
            AddControls(load);
    }

    void AddControls(LoadProfile load)
    {
        string id = load.Id;
        string set = HomeTopics.SwitchSet(_mqtt.BaseTopic, id);
        Add($"{id}_switch", "switch", $"{id}: {Say("by hand", "von Hand")}", MqttTopics.Decision(_mqtt.BaseTopic, id), "{{ 'ON' if value_json.running else 'OFF' }}", ("cmd_t", set), ("ic", "mdi:hand-back-right-outline"));
        Add($"{id}_automatic", "button", $"{id}: {Say("automatic again", "wieder automatisch")}", topic: null, template: null, ("cmd_t", set), ("pl_prs", "AUTO"), ("ic", "mdi:autorenew"));
        Add($"{id}_blocks", "number", $"{id}: {Say("by hand for so many blocks", "von Hand für so viele Blöcke")}", HomeTopics.Blocks(_mqtt.BaseTopic, id), template: null, ("cmd_t", HomeTopics.BlocksSet(_mqtt.BaseTopic, id)), ("mode", "box"), ("ic", "mdi:timer-outline"));
        JsonObject number = _entities[$"{id}_blocks"]!.AsObject();
        (number["min"], number["max"], number["step"]) = (1, configuration.MaxOverrideBlocks, 1);
    }

    void Add(string id, string platform, string name, string? topic, string? template, params (string Key, string Value)[] more)
    {
        JsonObject entity = new() { ["p"] = platform, ["uniq_id"] = $"{HomeTopics.DeviceId(_mqtt)}_{id}", ["name"] = name };
        if (topic is not null)
            entity["stat_t"] = topic;
        if (template is not null)
            entity["val_tpl"] = template;
        foreach ((string key, string value) in more)
            entity[key] = value;
        _entities[id] = entity;
    }

    static string Sentence(string path) => $"{{{{ {path} | truncate({LongestState}, true, '…', 0) }}}}";

    string Say(string english, string german) => IsGerman ? german : english;
}
