using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using BitGrid.Engine;
using BitGrid.Host.Configuration.Checks;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Configuration;

/// <summary>Reads a configuration folder: a configuration, or every fault of all files in one report.</summary>
internal sealed class ConfigLoader
{
    readonly ConfigFolder _folder;
    readonly CheckedDocument _main;
    readonly CheckedDocument _rulesFile;
    readonly CheckedDocument _flags;
    readonly CheckedDocument _gates;
    readonly CheckedDocument _policiesFile;
    readonly RuleSections _ruleSections;
    readonly PolicySections _policySections;
    readonly DeviceSections _deviceSections;
    readonly SectionBinder _deviceBinder;
    readonly SectionBinder _ruleBinder;
    readonly SectionBinder _policyBinder;

    ConfigLoader(ConfigFolder folder, PluginOffers offers, Func<string, CheckedDocument> check, ImmutableDictionary<string, Exception> unusable)
    {
        _folder = folder;
        _main = check(ConfigFiles.Main);
        _rulesFile = check(ConfigFiles.Rules);
        _flags = check(ConfigFiles.Flags);
        _gates = check(ConfigFiles.Gates);
        _policiesFile = check(ConfigFiles.Policies);
        _ruleSections = new(_rulesFile, _flags, offers.Rules);
        _policySections = new(_policiesFile, offers.Policies);
        _deviceSections = new(_main, offers.Devices);
        _deviceBinder = new(ConfigFiles.Main, _main, unusable);
        _ruleBinder = new(ConfigFiles.Rules, _rulesFile, unusable);
        _policyBinder = new(ConfigFiles.Policies, _policiesFile, unusable);
    }

    /// <param name="folder">Folder with the files.</param>
    /// <param name="offers">What the loaded plugins offer; ids are unique.</param>
    /// <param name="unknownKeys">What an unknown key means.</param>
    public static ConfigResult Load(
        string folder,
        PluginOffers offers,
        UnknownKeys unknownKeys = UnknownKeys.Refuse) => Load(ConfigFolder.Read(folder), offers, unknownKeys);

    /// <summary>The same for files that are in memory.</summary>
    public static ConfigResult Load(ConfigFolder files, PluginOffers offers, UnknownKeys unknownKeys = UnknownKeys.Refuse) =>
        files.IsReadable ? Checking(files, offers, unknownKeys).Load() : new(Configuration: null, files.Faults);

    /// <summary>Reads a folder whose files passed the whole check before, against the same program and plugins: without the schemas, which take time and 13 MB.</summary>
    /// <param name="files">The files, all readable.</param>
    /// <param name="offers">What the loaded plugins offer.</param>
    public static ConfigResult LoadKnown(ConfigFolder files, PluginOffers offers) =>
        new ConfigLoader(files, offers, file => CheckedDocument.Known(files.Open(file)), unusable: ImmutableDictionary<string, Exception>.Empty).Load();

    static ConfigLoader Checking(ConfigFolder files, PluginOffers offers, UnknownKeys unknownKeys)
    {
        ConfigSchemas schemas = ConfigSchemas.For(offers);
        UnknownKeyReport unknown = new(unknownKeys, PluginsOf(offers));
        return new(files, offers, file => SchemaCheck.Run(files.Open(file), schemas.ByFile[file], unknown), schemas.Unusable);
    }

    ConfigResult Load()
    {
        ImmutableArray<RegisteredRule> rules = _ruleSections.Make(_ruleBinder);
        RegisteredPolicy? policy = _policySections.Make(_policyBinder);
        ImmutableArray<DeviceSetup> devices = _deviceSections.Make(_deviceBinder);
        ImmutableArray<ConfigFault> faults = [.. Faults().Order(ConfigFault.ByPlace)];
        bool usable = policy is not null && faults.All(fault => fault.Severity is FaultSeverity.Warning);
        return new(usable ? Configuration(rules, policy!, devices) : null, faults);
    }

    IEnumerable<ConfigFault> Faults() =>
    [
        .. _folder.Faults, .. _folder.Strangers(),
        .. _main.Faults, .. SiteChecks.Run(_main), .. MqttChecks.Run(_main), .. WebChecks.Run(_main), .. _deviceBinder.Faults, .. _deviceSections.Faults(),
        .. _rulesFile.Faults, .. _ruleBinder.Faults, .. _flags.Faults, .. _ruleSections.Faults(),
        .. _gates.Faults,
        .. _policiesFile.Faults, .. _policyBinder.Faults, .. _policySections.Faults(),
    ];

    SiteConfiguration Configuration(ImmutableArray<RegisteredRule> rules, RegisteredPolicy policy, ImmutableArray<DeviceSetup> devices)
    {
        HostSettings host = JsonSerializer.Deserialize<HostSettings>(_main.Json(_main.Map!), ConfigJson.Options)!;
        GateSettings gates = _gates.Map is { } written ? JsonSerializer.Deserialize<GateSettings>(_gates.Json(written), ConfigJson.Options)! : new();
        return new()
        {
            Name = host.Site.Name,
            Site = host.ToProfile(),
            Rules = rules,
            Policy = policy,
            Devices = devices,
            Host = host,
            Gates = gates,
            Autonomy = host.Autonomy,
            MaxOverrideBlocks = host.MaxOverrideBlocks,
            ConfigHash = ConfigHash.Of(_folder),
            Settings =
            [
                .. _ruleBinder.Settings,
                .. EffectiveSettings.Of(ConfigFiles.Main, "", ToJson(host), _main.Map), .. _deviceBinder.Settings,
                .. _ruleSections.Switches(),
                .. EffectiveSettings.Of(ConfigFiles.Gates, "", ToJson(gates), _gates.Map),
                .. _policySections.Choice(), .. _policyBinder.Settings,
            ],
        };
    }

    static JsonObject ToJson<T>(T settings) => (JsonObject)JsonSerializer.SerializeToNode(settings, ConfigJson.Options)!;

    static string[] PluginsOf(PluginOffers offers) =>
    [
        .. offers.Rules.Select(rule => rule.PluginId)
            .Concat(offers.Policies.Select(policy => policy.PluginId))
            .Concat(offers.Devices.Select(device => device.PluginId))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
