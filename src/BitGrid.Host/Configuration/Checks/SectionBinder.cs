using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Configuration.Yaml;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>
/// Makes rules and policies from their sections. Options and constructors are a stranger's code: whatever they throw
/// becomes a fault of that one section.
/// </summary>
internal sealed class SectionBinder(string fileName, CheckedDocument document, ImmutableDictionary<string, Exception> unusable)
{
    readonly List<ConfigFault> _faults = [];
    readonly List<EffectiveSetting> _settings = [];

    public IReadOnlyList<ConfigFault> Faults => _faults;

    /// <summary>The settings in force of everything made so far.</summary>
    public IReadOnlyList<EffectiveSetting> Settings => _settings;

    /// <returns><see langword="null"/> when there is a fault.</returns>
    public T? Make<T>(PluginSection section, Func<object?, T> create)
        where T : class
    {
        bool sound = section.Node is null || document.IsSound(section.Node);
        try
        {
            if (unusable.TryGetValue(section.Id, out Exception? noSchema))
                throw noSchema;
            JsonObject written = section.Node is null ? [] : document.Json(section.Node);
            object? options = section.OptionsType is { } type ? JsonSerializer.Deserialize(written, type, ConfigJson.Options) : null;
            if (OutOfOrder(section, options) | !sound)
                return null;

            T made = create(options);
            AddSettings(section, options);
            return made;
        }
        catch (Exception failure)
        {
            // With a fault in the section it may have failed for that reason: first things first.
            if (sound)
                _faults.Add(Failed(section, failure));
            return null;
        }
    }

    bool OutOfOrder(PluginSection section, object? options)
    {
        if (options is null)
            return false;
        ConfigMap? map = section.Node as ConfigMap;
        bool IsSound(string key) => map?.Find(key) is not { } entry || document.IsSound(entry.Value);
        int before = _faults.Count;
        _faults.AddRange(GreaterThanCheck.Run(document.File, section, options, IsSound));
        return _faults.Count > before;
    }

    void AddSettings(PluginSection section, object? options)
    {
        if (options is not null && JsonSerializer.SerializeToNode(options, section.OptionsType!, ConfigJson.Options) is JsonObject settings)
            _settings.AddRange(EffectiveSettings.Of(fileName, section.Path, settings, section.Node));
    }

    ConfigFault Failed(PluginSection section, Exception failure) => new(document.File, section.At, section.Path, Value: null,
        $"could not be made by its plugin {Printable.Text(section.PluginId, quote: false)} ({Reason(failure)})", "", section.FaultRepair, section.FaultSeverity);

    static string Reason(Exception failure)
    {
        Exception cause = failure is PluginFaultException or TargetInvocationException ? failure.InnerException ?? failure : failure;
        return $"{cause.GetType().Name}: {Printable.Text(cause.Message, quote: false)}".TrimEnd('.');
    }
}
