using BitGrid.Engine;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Plugins;

public sealed class PluginOffersTests
{
    [Fact]
    public void Rules_and_policies_are_found_with_tier_and_options_sorted_by_id()
    {
        PluginOffers offers = PluginOffers.Of("acme", [typeof(ZRule), typeof(ARule), typeof(APolicy), typeof(Options)]);

        Assert.Equal([("a_1", RuleTier.Autarky, typeof(Options)), ("z", RuleTier.Start, null)], offers.Rules.Select(rule => (rule.Id, rule.Tier, rule.OptionsType)));
        Assert.Equal([("a-policy", (Type?)null)], offers.Policies.Select(policy => (policy.Id, policy.OptionsType)));
    }

    [Theory]
    [InlineData(typeof(LeadingDigit), "rule id '1st'", "a letter, then letters, digits or '_'")]
    [InlineData(typeof(WithDash), "rule id 'quiet-hours'", "for example quiet_hours")]
    [InlineData(typeof(EmptyId), "rule id ''", "a letter")]
    [InlineData(typeof(GuardId), "rule id 'DATA'", "the engine's own")]
    [InlineData(typeof(OverrideId), "rule id 'OVERRIDE'", "the engine's own")]
    [InlineData(typeof(UnknownTier), "the tier 7", "Start, Stability, Override, Autarky, Safety")]
    [InlineData(typeof(UpperCasePolicy), "policy id 'Mine'", "for example heat-first")]
    [InlineData(typeof(NoRuleAtAll), "marked with [Rule]", "must implement IRule")]
    [InlineData(typeof(AbstractRule), "marked with [Rule]", "neither abstract nor generic")]
    [InlineData(typeof(NumberAsOptions), "exactly one public constructor", "a record of options")]
    [InlineData(typeof(TextAsOptions), "exactly one public constructor", "a record of options")]
    [InlineData(typeof(TwoConstructors), "exactly one public constructor", "a record of options")]
    [InlineData(typeof(HiddenConstructor), "exactly one public constructor", "a record of options")]
    [InlineData(typeof(TwoParameters), "exactly one public constructor", "a record of options")]
    [InlineData(typeof(OptionsWithoutDefaults), "exactly one public constructor", "a constructor without parameters")]
    public void An_offer_that_cannot_be_used_is_told_with_its_class_and_what_is_allowed(Type type, string what, string allowed)
    {
        PluginRejectedException fault = Assert.Throws<PluginRejectedException>(() => PluginOffers.Of("acme", [type]));

        Assert.Equal(PluginStatus.Quarantined, fault.Status);
        Assert.Contains(type.ToString(), fault.Message, StringComparison.Ordinal);
        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_classes_with_one_id_are_both_named()
    {
        PluginRejectedException fault = Assert.Throws<PluginRejectedException>(() => PluginOffers.Of("acme", [typeof(ZRule), typeof(SecondZRule)]));

        Assert.Contains($"{typeof(ZRule)} and {typeof(SecondZRule)} both have the rule id 'z'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_offers_nothing_is_told_how_to_offer_something()
    {
        PluginRejectedException fault = Assert.Throws<PluginRejectedException>(() => PluginOffers.Of("acme", [typeof(Options)]));

        Assert.Contains("[Rule(", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reserved_ids_are_those_of_the_engines_guards() =>
        Assert.Equal(House.Engine([]).Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal), PluginOffers.ReservedRuleIds);

    abstract class Silent : IRule
    {
        static readonly Reason s_silent = new("SILENT", "says nothing", "sagt nichts");

        public Vote Evaluate(in RuleContext context) => Vote.Abstain(s_silent);
    }

    sealed record Options
    {
        public double LimitKw { get; init; } = 1;
    }

    sealed record Positional(double LimitKw);

    [Rule("z", RuleTier.Start)]
    sealed class ZRule : Silent;

    [Rule("z", RuleTier.Start)]
    sealed class SecondZRule : Silent;

    [Rule("a_1", RuleTier.Autarky)]
    sealed class ARule(Options options) : Silent
    {
        public double LimitKw { get; } = options.LimitKw;
    }

    [Policy("a-policy")]
    sealed class APolicy : IPolicy
    {
        public PathChoice Choose(in PolicyContext context) => default;
    }

    [Rule("1st", RuleTier.Start)]
    sealed class LeadingDigit : Silent;

    [Rule("quiet-hours", RuleTier.Start)]
    sealed class WithDash : Silent;

    [Rule("", RuleTier.Start)]
    sealed class EmptyId : Silent;

    [Rule("DATA", RuleTier.Start)]
    sealed class GuardId : Silent;

    [Rule("OVERRIDE", RuleTier.Start)]
    sealed class OverrideId : Silent;

    [Rule("x", (RuleTier)7)]
    sealed class UnknownTier : Silent;

    [Policy("Mine")]
    sealed class UpperCasePolicy : IPolicy
    {
        public PathChoice Choose(in PolicyContext context) => default;
    }

    [Rule("x", RuleTier.Start)]
    sealed class NoRuleAtAll;

    [Rule("x", RuleTier.Start)]
    abstract class AbstractRule : Silent;

    [Rule("x", RuleTier.Start)]
    sealed class NumberAsOptions(double limitKw) : Silent
    {
        public double LimitKw { get; } = limitKw;
    }

    [Rule("x", RuleTier.Start)]
    sealed class TextAsOptions(string text) : Silent
    {
        public string Text { get; } = text;
    }

    [Rule("x", RuleTier.Start)]
    sealed class TwoConstructors : Silent
    {
        public TwoConstructors()
            : this(new Options())
        {
        }

        public TwoConstructors(Options options) => LimitKw = options.LimitKw;

        public double LimitKw { get; }
    }

    [Rule("x", RuleTier.Start)]
    sealed class HiddenConstructor : Silent
    {
        HiddenConstructor()
        {
        }
    }

    [Rule("x", RuleTier.Start)]
    sealed class TwoParameters(Options options, Options more) : Silent
    {
        public double LimitKw { get; } = options.LimitKw + more.LimitKw;
    }

    [Rule("x", RuleTier.Start)]
    sealed class OptionsWithoutDefaults(Positional options) : Silent
    {
        public double LimitKw { get; } = options.LimitKw;
    }
}
