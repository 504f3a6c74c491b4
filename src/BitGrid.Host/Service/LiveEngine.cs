using BitGrid.Engine;
using BitGrid.Host.Cli;
using BitGrid.Host.Configuration;
using BitGrid.Host.Live;

namespace BitGrid.Host.Service;

/// <summary>Makes the engine of a running house: its rules are held to their time, and what fails is told.</summary>
internal static class LiveEngine
{
    /// <param name="configuration">The configuration in force.</param>
    /// <param name="health">Where faults of rules and policies go.</param>
    public static DecisionEngine Of(SiteConfiguration configuration, HealthLog health) => new(
        configuration.Rules.Select(rule => rule with { Rule = new BudgetedRule(rule.Rule) }),
        configuration.Policy,
        new EngineSettings
        {
            Autonomy = configuration.Autonomy,
            EngineVersion = ProductVersion.Text,
            ConfigHash = configuration.ConfigHash,
            OnFault = fault => health.Raise(HealthLevel.Critical, "rule_quarantined", fault.Id,
                $"'{fault.Id}' {fault.Message}. It is not asked again, and a safe vote stands in for it. Update or remove its plugin, or switch it off in flags.yaml; then restart BitGrid."),
        });
}
