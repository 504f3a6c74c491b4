using System.Collections.Concurrent;
using System.Collections.Immutable;
using BitGrid.Engine;
using BitGrid.Host.Cli;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Checks;
using BitGrid.Host.Configuration.Schemas;

namespace BitGrid.Host.Tuning;

/// <summary>Makes configurations with other values: edits the files and reads them as any configuration is read, with all checks.</summary>
/// <param name="house">The house as it is configured.</param>
/// <param name="folder">Its configuration.</param>
/// <param name="parameters">The settings that change.</param>
internal sealed class Candidates(House house, ConfigFolder folder, IReadOnlyList<Parameter> parameters)
{
    // The house itself is not tuned: another roof or another battery is no setting.
    static readonly string[] Tunable = [ConfigFiles.Rules, ConfigFiles.Policies, ConfigFiles.Flags];

    readonly Dictionary<string, string> _fileOfKey = house.Configuration.Settings
        .Where(setting => Tunable.Contains(setting.File)).ToDictionary(setting => setting.Key, setting => setting.File, StringComparer.Ordinal);

    /// <summary>What is wrong with the keys of the parameters.</summary>
    public IEnumerable<string> Faults() =>
        from parameter in parameters
        where parameter.Key != Parameter.Seed && !_fileOfKey.ContainsKey(parameter.Key)
        let meant = Nearest.Of(parameter.Key, _fileOfKey.Keys)
        select $"--set {parameter.Key}: there is no such setting of a rule or policy in force. Allowed: {Parameter.Seed}, or a key that bitgrid config show lists for {string.Join(", ", Tunable)}. Repair: {(meant is null ? "look at bitgrid config show" : $"{meant} is probably meant")}.";

    /// <summary>What a point changes in the configuration as it is.</summary>
    public IReadOnlyList<ConfigEdit> Changes(ImmutableArray<string> values) =>
        [.. Edits(values).Where(edit => house.Configuration.Settings.First(setting => setting.Key == edit.Key).Value != edit.Value)];

    IReadOnlyList<ConfigEdit> Edits(ImmutableArray<string> values) =>
    [
        .. parameters.Zip(values).Where(pair => pair.First.Key != Parameter.Seed)
            .Select(pair => new ConfigEdit(_fileOfKey[pair.First.Key], pair.First.Key, pair.Second)),
    ];

    /// <summary>The configuration of a point, or what forbids it.</summary>
    public (SiteConfiguration? Configuration, string? Fault) Load(ImmutableArray<string> values)
    {
        ConfigResult result = ConfigLoader.Load(ConfigEdit.Apply(folder, Edits(values)), house.Plugins.Offers);
        if (result.Configuration is not { } configuration)
            return (null, result.Faults.First(fault => fault.Severity == FaultSeverity.Error).ToString());
        ConfigEdit? ignored = Edits(values).FirstOrDefault(edit => configuration.Settings.FirstOrDefault(setting => setting.Key == edit.Key)?.Value is not { } value || value != edit.Value);
        return ignored is null ? (configuration, null) : (null, $"{ignored.Key} = {ignored.Value}: the value does not take effect in {ignored.File}");
    }

    /// <summary>An engine for a configuration; faults of its rules are told.</summary>
    public static DecisionEngine EngineOf(SiteConfiguration configuration, Action<RuleFault> onFault) =>
        new(configuration.Rules, configuration.Policy, new() { Autonomy = configuration.Autonomy, OnFault = onFault });
}
