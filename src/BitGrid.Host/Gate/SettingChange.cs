using System.Collections.Immutable;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;

namespace BitGrid.Host.Gate;

/// <summary>A setting that the candidate has otherwise.</summary>
/// <param name="Key">The key with its path.</param>
/// <param name="Before">Its value now; empty when there is none.</param>
/// <param name="After">Its value with the candidate; empty when there is none.</param>
/// <param name="Source">Where the candidate's value comes from: <c>bitgrid_rules.yaml:26</c>.</param>
/// <param name="Area">What it concerns: a rule by id, <c>policy</c>, or <c>site</c>.</param>
internal sealed record SettingChange(string Key, string Before, string After, string Source, string Area)
{
    /// <summary>Area of the settings of the policies.</summary>
    public const string Policy = "policy";

    /// <summary>Area of the settings of the house, its loads and devices.</summary>
    public const string Site = "site";

    /// <summary>What two configurations have otherwise. The limits of the gate itself do not count: those that are in force now judge.</summary>
    public static ImmutableArray<SettingChange> Between(SiteConfiguration before, SiteConfiguration after)
    {
        Dictionary<(string, string), EffectiveSetting> old = Settings(before);
        Dictionary<(string, string), EffectiveSetting> now = Settings(after);
        return
        [
            .. from key in now.Keys.Union(old.Keys)
               let was = old.GetValueOrDefault(key)
               let becomes = now.GetValueOrDefault(key)
               where was?.Value != becomes?.Value
               select new SettingChange(key.Item2, was?.Value ?? "", becomes?.Value ?? "", becomes?.Source ?? key.Item1, AreaOf(becomes ?? was!, after)),
        ];
    }

    /// <summary>The change in a few words: <c>rules.R5.hold_blocks 2 → 0 (bitgrid_rules.yaml:26)</c>.</summary>
    public override string ToString() => $"{Key} {Shown(Before)} → {Shown(After)} ({Source})";

    static Dictionary<(string, string), EffectiveSetting> Settings(SiteConfiguration configuration) =>
        configuration.Settings.Where(setting => setting.File != ConfigFiles.Gates).ToDictionary(setting => (setting.File, setting.Key));

    static string AreaOf(EffectiveSetting setting, SiteConfiguration configuration) => setting.File switch
    {
        ConfigFiles.Rules => setting.Key.Split('.')[1],
        ConfigFiles.Flags => configuration.Rules.Select(rule => rule.Id).FirstOrDefault(id => ConfigFiles.FlagOf(id) == setting.Key) ?? setting.Key[..^"_enabled".Length].ToUpperInvariant(),
        ConfigFiles.Policies => Policy,
        _ => Site,
    };

    static string Shown(string value) => value.Length == 0 ? "(none)" : value;
}
