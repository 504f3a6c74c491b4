using BitGrid.Engine;
using BitGrid.Engine.Preview;
using BitGrid.Host.Configuration;
using BitGrid.Host.Live;

namespace BitGrid.Host.Web.View;

/// <summary>
/// Says what would be decided. It asks an engine of its own, made of the configuration in force: what it asks can neither change
/// nor delay what is decided in earnest, and a rule that fails here is not taken out of the house.
/// </summary>
/// <param name="configuration">The configuration in force.</param>
internal sealed class Oracle(SiteConfiguration configuration)
{
    readonly DecisionEngine _engine = new(
        configuration.Rules.Select(rule => rule with { Rule = new BudgetedRule(rule.Rule) }),
        configuration.Policy,
        new EngineSettings { Autonomy = configuration.Autonomy, EngineVersion = Cli.ProductVersion.Text, ConfigHash = configuration.ConfigHash });

    /// <summary>The configuration it speaks for.</summary>
    public SiteConfiguration Configuration => configuration;

    /// <summary>What the next block will bring, if nothing or only some quantities change.</summary>
    /// <param name="load">The load as it is now.</param>
    /// <param name="changes">Quantities by the names that conditions have (<c>surplus_kw</c>), each with its value in the next block.</param>
    /// <exception cref="ArgumentException">One of them is no quantity that can be set.</exception>
    public Outlook Ask(LoadNow load, params IEnumerable<KeyValuePair<string, double>> changes)
    {
        Situation now = new(configuration.Site, load.Profile, load.Row.State, load.Row.Readings, load.Status, load.Row.SurplusLeftW, load.Row.Override);
        Foresight foresight = new(_engine);
        Decision next = foresight.NextBlock(now, _engine.Recall(load.Row.Memories));
        Situation changed = next.Situation;
        foreach ((string metric, double value) in changes)
            changed = WhatIf.With(changed, metric, value) ?? throw new ArgumentException(metric, nameof(changes));
        Decision expected = _engine.Decide(changed, next.Memory);
        return new(_engine.Describe(expected), foresight.Otherwise(expected));
    }
}
