using BitGrid.Engine;
using BitGrid.Host.Configuration.Yaml;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>The policies of <c>policies.yaml</c>: one is in force, the settings of the others are checked all the same.</summary>
internal sealed class PolicySections(CheckedDocument policies, IReadOnlyList<PolicyOffer> offers)
{
    readonly ConfigEntry? _choice = policies.Map?.Find("policy");

    string? Chosen => _choice?.Value is ConfigScalar { Value: string id } ? id : null;

    /// <returns><see langword="null"/> when there is a fault.</returns>
    public RegisteredPolicy? Make(SectionBinder binder)
    {
        RegisteredPolicy? inForce = null;
        foreach (PolicyOffer offer in offers.OrderBy(offer => offer.Id, StringComparer.Ordinal))
        {
            ConfigEntry? entry = policies.Section("policies")?.Find(offer.Id);
            if (entry is null && offer.Id != Chosen)
                continue;
            IPolicy? policy = binder.Make(SectionOf(offer, entry), offer.Create);
            if (policy is not null && offer.Id == Chosen)
                inForce = new(offer.Id, policy);
        }

        return inForce;
    }

    public IEnumerable<EffectiveSetting> Choice() =>
        [new(Schemas.ConfigFiles.Policies, "policy", Chosen ?? "", "", _choice?.Value.At.Line)];

    public IEnumerable<ConfigFault> Faults()
    {
        if (_choice is null || offers.Count > 0)
            yield break;
        yield return new(policies.File, _choice.Value.At, "policy", Value: null, "cannot be chosen: no loaded plugin offers a policy", "", "Put the plugin bitgrid.policies back.");
    }

    PluginSection SectionOf(PolicyOffer offer, ConfigEntry? entry)
    {
        FaultSeverity severity = offer.Id == Chosen ? FaultSeverity.Error : FaultSeverity.Warning;
        return new(KeyPath.Child("policies", offer.Id), entry?.At ?? _choice!.At, entry?.Value, offer.Id, offer.PluginId, offer.OptionsType, severity,
            severity is FaultSeverity.Error ? "Update the plugin, or choose another policy." : "Update or remove the plugin.");
    }
}
