using System.Collections.Immutable;
using BitGrid.Engine;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Configuration.Yaml;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>The enabled rules: those with a section in <c>bitgrid_rules.yaml</c> that <c>flags.yaml</c> does not silence.</summary>
internal sealed class RuleSections(CheckedDocument rules, CheckedDocument flags, IReadOnlyList<RuleOffer> offers)
{
    readonly ConfigMap? _sections = rules.Section("rules");

    ImmutableArray<RuleOffer> Enabled => field.IsDefault ? field = [.. offers.Where(IsEnabled).OrderBy(offer => offer.Id, StringComparer.Ordinal)] : field;

    public ImmutableArray<RegisteredRule> Make(SectionBinder binder) =>
    [
        .. from offer in Enabled
           let rule = binder.Make(SectionOf(offer), offer.Create)
           where rule is not null
           select new RegisteredRule(offer.Id, offer.Tier, rule),
    ];

    /// <summary>The switch of every rule on offer.</summary>
    public IEnumerable<EffectiveSetting> Switches() =>
        from offer in offers.OrderBy(offer => offer.Id, StringComparer.Ordinal)
        let flag = ConfigFiles.FlagOf(offer.Id)
        select new EffectiveSetting(ConfigFiles.Flags, flag, IsSilenced(offer.Id) ? "false" : "true", "", flags.Map?.Find(flag)?.Value.At.Line);

    public IEnumerable<ConfigFault> Faults()
    {
        if (_sections is null)
            return [];
        return [.. WithoutSafety(), .. WithoutPriceLimit()];
    }

    IEnumerable<ConfigFault> WithoutSafety()
    {
        string[] guards = [.. offers.Where(offer => offer.Tier is RuleTier.Safety).Select(offer => offer.Id).Order(StringComparer.Ordinal)];
        if (guards.Any(id => IsEnabled(id)))
            yield break;

        const string Problem = "no rule of the Safety tier is enabled, so nothing would stop an overheating load";
        string allowed = guards.Length == 0 ? "" : "at least one of " + string.Join(", ", guards);
        if (guards.FirstOrDefault(id => _sections!.Find(id) is not null) is { } silenced)
        {
            ConfigEntry flag = flags.Map!.Find(ConfigFiles.FlagOf(silenced))!;
            yield return new(flags.File, flag.Value.At, flag.Key, "false", Problem, allowed, $"Set {flag.Key} to true.");
        }
        else
        {
            yield return new(rules.File, rules.Map!.Find("rules")!.At, "rules", Value: null, Problem, allowed,
                guards.Length == 0 ? "Put the plugin bitgrid.rules back: no loaded plugin offers such a rule." : $"Add '{guards[0]}:' to rules; without keys it has its defaults.");
        }
    }

    IEnumerable<ConfigFault> WithoutPriceLimit()
    {
        if (!IsEnabled("R4") || IsEnabled("R1") || offers.All(offer => offer.Id != "R4"))
            yield break;
        yield return new(rules.File, _sections!.Find("R4")!.At, "rules.R4", Value: null, "is enabled without R1, so no price limit guards a start", "",
            "Enable R1 as well, unless starts at any price are meant.", FaultSeverity.Warning);
    }

    PluginSection SectionOf(RuleOffer offer)
    {
        ConfigEntry entry = _sections!.Find(offer.Id)!;
        string flag = ConfigFiles.FlagOf(offer.Id);
        return offer.Tier >= RuleTier.Autarky
            ? Section(FaultSeverity.Error, $"Update or remove the plugin; a rule of the {offer.Tier} tier must not be missing unnoticed.")
            : Section(FaultSeverity.Warning, $"The rule does not vote. Update or remove the plugin, or set {flag} to false.");

        PluginSection Section(FaultSeverity severity, string repair) =>
            new(KeyPath.Child("rules", offer.Id), entry.At, entry.Value, offer.Id, offer.PluginId, offer.OptionsType, severity, repair);
    }

    bool IsEnabled(RuleOffer offer) => IsEnabled(offer.Id);

    bool IsEnabled(string id) => _sections?.Find(id) is not null && !IsSilenced(id);

    bool IsSilenced(string id) => flags.Map?.Find(ConfigFiles.FlagOf(id))?.Value is ConfigScalar { Value: false };
}
