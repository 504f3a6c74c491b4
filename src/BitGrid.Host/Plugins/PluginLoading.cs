using System.Reflection;

namespace BitGrid.Host.Plugins;

/// <summary>Loads one plugin after the other and collects what came of it.</summary>
/// <param name="pluginsFolder">Full path of the folder they lie in.</param>
/// <param name="host">Version of the host.</param>
/// <param name="time">Time of the reports, UTC.</param>
internal sealed class PluginLoading(string pluginsFolder, Version host, DateTimeOffset time)
{
    /// <summary>Name of the file that switches a plugin off.</summary>
    const string DisabledFile = "disabled";

    public List<PluginReport> Reports { get; } = [];

    public List<RuleOffer> Rules { get; } = [];

    public List<PolicyOffer> Policies { get; } = [];

    public List<DeviceOffer> Devices { get; } = [];

    /// <summary>Loads the plugin in the subfolder of this name. Never throws for a fault of the plugin.</summary>
    public void Add(string name)
    {
        string folder = Path.Combine(pluginsFolder, name);
        string version = "";
        try
        {
            PluginManifest manifest = ReadManifest(name, folder, ref version);
            PluginOffers offers = PluginOffers.Of(manifest.Id, TypesOf(folder, manifest));
            CheckNotTaken(offers);
            Rules.AddRange(offers.Rules);
            Policies.AddRange(offers.Policies);
            Devices.AddRange(offers.Devices);
            Report(PluginStatus.Active, "", offers);
        }
        catch (PluginRejectedException rejection)
        {
            Report(rejection.Status, rejection.Message, PluginOffers.None);
        }
#pragma warning disable CA1031 // Whatever a stranger's plugin throws while it is read or loaded stays with that plugin.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Report(PluginStatus.Quarantined, $"Loading {folder} threw {fault.GetType().Name}: {fault.Message} Build it again for this host, or remove it.", PluginOffers.None);
        }

        void Report(PluginStatus status, string reason, PluginOffers offers) => Reports.Add(new(
            name, version, folder, status, reason, time,
            [.. offers.Rules.Select(rule => rule.Id)], [.. offers.Policies.Select(policy => policy.Id)], [.. offers.Devices.Select(device => device.Driver)]));
    }

    // The order matters: what is switched off or does not fit this host is told so, before anything is held against it.
    PluginManifest ReadManifest(string name, string folder, ref string version)
    {
        if (File.Exists(Path.Combine(folder, DisabledFile)))
            throw new PluginRejectedException(PluginStatus.Disabled, $"The file {Path.Combine(folder, DisabledFile)} switches it off. Remove that file to switch it on.");
        PluginManifest manifest = ManifestReader.Read(Path.Combine(folder, PluginManifest.FileName));
        version = manifest.Version;
        if (!string.Equals(manifest.Id, name, StringComparison.Ordinal))
            throw PluginRejectedException.Refused($"The plugin in {folder} is called '{manifest.Id}'. A folder has the name of its plugin: rename it to {manifest.Id}, or remove it if that one is there already.");
        if (host < manifest.MinHost || host >= manifest.MaxHost)
            throw new PluginRejectedException(PluginStatus.Incompatible, $"It was built for host {manifest.MinHost} up to, not including, {manifest.MaxHost}; this is host {host.ToString(2)}. Install a version of the plugin for this host, or build it again with BitGrid.Abstractions {host.ToString(2)}.");
        PluginFiles.CheckPermissions(pluginsFolder, folder);
        PluginFiles.CheckHashes(folder, manifest);
        return manifest;
    }

    static Type[] TypesOf(string folder, PluginManifest manifest)
    {
        string path = PluginFiles.PathOf(folder, manifest.Assemblies[0].Name);
        try
        {
            return IsolatedAssembly.Load(path).GetTypes();
        }
        catch (FileNotFoundException missing)
        {
            throw PluginRejectedException.Quarantined($"{path} needs the assembly '{missing.FileName}', which is neither in the plugin's folder nor part of the host. Build the plugin again with BitGridPluginId set, so that its libraries are copied.", missing);
        }
        catch (ReflectionTypeLoadException broken)
        {
            string causes = string.Join(" ", broken.LoaderExceptions.Select(cause => cause?.Message).Distinct(StringComparer.Ordinal));
            throw PluginRejectedException.Quarantined($"{path} holds types that cannot be loaded: {causes} A library in the folder has another version than the one compiled against: build the plugin again.", broken);
        }
    }

    void CheckNotTaken(PluginOffers offers)
    {
        foreach (RuleOffer rule in offers.Rules)
            CheckNotTaken("rule", rule.Id, Rules.Find(other => string.Equals(other.Id, rule.Id, StringComparison.Ordinal))?.PluginId);
        foreach (PolicyOffer policy in offers.Policies)
            CheckNotTaken("policy", policy.Id, Policies.Find(other => string.Equals(other.Id, policy.Id, StringComparison.Ordinal))?.PluginId);
        foreach (DeviceOffer device in offers.Devices)
            CheckNotTaken("driver", device.Driver, Devices.Find(other => string.Equals(other.Driver, device.Driver, StringComparison.Ordinal))?.PluginId);
    }

    static void CheckNotTaken(string kind, string id, string? holder)
    {
        if (holder is not null)
            throw PluginRejectedException.Refused($"It offers the {kind} '{id}', which the plugin {holder} offers already. Remove one of the two, or give the {kind} another id.");
    }
}
