using System.Collections.Immutable;
using BitGrid.Host.Configuration.Yaml;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>The devices of <c>config.yaml</c>: below each driver a section per device.</summary>
internal sealed class DeviceSections(CheckedDocument main, IReadOnlyList<DeviceOffer> offers)
{
    /// <summary>The key by which a device names the load it belongs to, whatever its driver.</summary>
    const string LoadKey = "load";

    public ImmutableArray<DeviceSetup> Make(SectionBinder binder) =>
    [
        .. from section in Sections()
           let setup = binder.Make(
               new PluginSection(PathOf(section), section.Entry.At, section.Entry.Value, section.Offer.Driver, section.Offer.PluginId, section.Offer.OptionsType,
                   FaultSeverity.Error, "Update the plugin, or remove the device."),
               options => new DeviceSetup(section.Entry.Key, section.Offer, options!))
           where setup is not null
           select setup,
    ];

    public IEnumerable<ConfigFault> Faults() => [.. Twins(), .. StrangeLoads()];

    IEnumerable<ConfigFault> Twins() =>
        from same in Sections().GroupBy(section => section.Entry.Key, StringComparer.Ordinal)
        from twin in same.Skip(1)
        select new ConfigFault(main.File, twin.Entry.At, PathOf(twin), Value: null, "is the name of another device too", "a name that no other device has", "Rename one of the two.");

    IEnumerable<ConfigFault> StrangeLoads()
    {
        string[] loads = main.Map?.Find("loads")?.Value is ConfigList list
            ? [.. list.Items.OfType<ConfigMap>().Select(load => load.Find("id")?.Value).OfType<ConfigScalar>().Select(id => id.Text)]
            : [];
        return
            from section in Sections()
            where (section.Entry.Value as ConfigMap)?.Find(LoadKey)?.Value is ConfigScalar
            let load = (ConfigScalar)((ConfigMap)section.Entry.Value).Find(LoadKey)!.Value
            where !loads.Contains(load.Text, StringComparer.Ordinal)
            select new ConfigFault(main.File, load.At, KeyPath.Child(PathOf(section), LoadKey), Printable.Text(load.Text), "is no load of this house",
                string.Join(", ", loads), Nearest.Of(load.Text, loads) is { } meant ? $"Did you mean {meant}?" : "Write the id of one of the loads.");
    }

    IEnumerable<(DeviceOffer Offer, ConfigEntry Entry)> Sections() =>
        from offer in offers.OrderBy(offer => offer.Driver, StringComparer.Ordinal)
        from entry in (main.Section("devices")?.Section(offer.Driver)?.Entries ?? []).AsEnumerable()
        select (offer, entry);

    static string PathOf((DeviceOffer Offer, ConfigEntry Entry) section) =>
        KeyPath.Child(KeyPath.Child("devices", section.Offer.Driver), section.Entry.Key);
}
