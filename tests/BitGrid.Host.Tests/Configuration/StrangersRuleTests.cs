using BitGrid.Host.Plugins;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;

namespace BitGrid.Host.Tests.Configuration;

/// <summary>What a rule that BitGrid has never seen gets for its record of options, and what its faults may do.</summary>
public sealed class StrangersRuleTests
{
    [Fact]
    public void Its_options_are_checked_bound_and_shown_like_any_other()
    {
        using ConfigSandbox config = WithSection("    limit_kw: 2.5\n    mode: very_careful\n");
        SiteConfiguration loaded = config.Load(more: [Offers.Rule(typeof(CarefulRule))]).Configuration!;

        CarefulRule rule = (CarefulRule)loaded.Rules.Single(rule => rule.Id == "CAREFUL").Rule;
        Assert.Equal(new CarefulOptions { LimitKw = 2.5, Mode = CarefulMode.VeryCareful }, rule.Options);
        Assert.Equal(
            ["rules.CAREFUL.limit_kw=2.5 kW", "rules.CAREFUL.mode=very_careful "],
            loaded.Settings.Where(setting => setting.Key.Contains("CAREFUL", StringComparison.Ordinal)).Select(setting => $"{setting.Key}={setting.Value} {setting.Unit}"));
        Assert.Contains(loaded.Settings, setting => setting is { Key: "careful_enabled", Value: "true", Source: "default" });
    }

    [Fact]
    public void An_empty_section_means_all_defaults()
    {
        using ConfigSandbox config = WithSection("");
        SiteConfiguration loaded = config.Load(more: [Offers.Rule(typeof(CarefulRule))]).Configuration!;
        Assert.Equal(new CarefulOptions(), ((CarefulRule)loaded.Rules.Single(rule => rule.Id == "CAREFUL").Rule).Options);
    }

    [Fact]
    public void Its_faults_are_told_like_any_other()
    {
        using ConfigSandbox config = WithSection("    limit_kw: 12\n    mod: careful\n    twice_kw: 1\n");
        Assert.Equal(
            """
            config/bitgrid_rules.yaml:3:15: rules.CAREFUL.limit_kw = 12: is above the largest allowed value. Allowed: 0 to 10 kW. Set it to 1.5 (the default), for example.
            config/bitgrid_rules.yaml:4:5: rules.CAREFUL.mod: is not a known key. Allowed: limit_kw, mode. Did you mean mode?
            config/bitgrid_rules.yaml:5:5: rules.CAREFUL.twice_kw: is not a known key. Allowed: limit_kw, mode. Remove it.

            """,
            config.Report(more: [Offers.Rule(typeof(CarefulRule))]));
    }

    [Fact]
    public void A_constructor_that_throws_costs_only_its_own_rule()
    {
        using ConfigSandbox config = WithSection("").Edit("bitgrid_rules.yaml", "CAREFUL", "THROWS");
        ConfigResult result = config.Load(more: [Offers.Rule(typeof(ThrowingRule))]);

        Assert.Equal(5, result.Configuration!.Rules.Length);
        Assert.Equal(
            "config/bitgrid_rules.yaml:2:3: warning: rules.THROWS: could not be made by its plugin stranger (InvalidOperationException: no {0}\\nluck). The rule does not vote. Update or remove the plugin, or set throws_enabled to false.\n",
            config.Report(more: [Offers.Rule(typeof(ThrowingRule))]));
    }

    [Fact]
    public void A_guard_whose_constructor_throws_is_an_error()
    {
        using ConfigSandbox config = WithSection("").Edit("bitgrid_rules.yaml", "CAREFUL", "GUARD");
        ConfigResult result = config.Load(more: [Offers.Rule(typeof(ThrowingGuard))]);
        Assert.Null(result.Configuration);
        Assert.Equal(FaultSeverity.Error, Assert.Single(result.Faults).Severity);
    }

    [Fact]
    public void Options_that_cannot_be_made_cost_only_their_own_rule()
    {
        using ConfigSandbox config = WithSection("    x: 1\n").Edit("bitgrid_rules.yaml", "CAREFUL", "ODD");
        ConfigResult result = config.Load(more: [Offers.Rule(typeof(OddRule))]);
        Assert.Equal(5, result.Configuration!.Rules.Length);
        Assert.Equal("rules.ODD", Assert.Single(result.Warnings).Key);
    }

    [Fact]
    public void A_pattern_that_is_no_pattern_costs_only_its_own_rule()
    {
        using ConfigSandbox config = WithSection("    word: x\n").Edit("bitgrid_rules.yaml", "CAREFUL", "CRYPTIC");
        ConfigResult result = config.Load(more: [Offers.Rule(typeof(CrypticRule))]);
        Assert.Equal(5, result.Configuration!.Rules.Length);
        Assert.Contains("RegexParseException", Assert.Single(result.Warnings).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_free_map_in_its_options_is_checked_too()
    {
        using ConfigSandbox config = WithSection("    limits:\n      a: 1\n      b: x\n").Edit("bitgrid_rules.yaml", "CAREFUL", "FREE");
        Assert.Equal(
            "config/bitgrid_rules.yaml:5:10: rules.FREE.limits.b = \"x\": is text, but must be a number. Write a number, or leave it out.\n",
            config.Report(more: [Offers.Rule(typeof(FreeRule))]));
    }

    [Fact]
    public void A_required_option_is_asked_for()
    {
        using ConfigSandbox config = WithSection("").Edit("bitgrid_rules.yaml", "CAREFUL", "NEEDY");
        Assert.Equal(
            "config/bitgrid_rules.yaml:2:3: rules.NEEDY.limit_kw: is missing. Allowed: a number in kW. Add 'limit_kw:' to rules.NEEDY.\n",
            config.Report(more: [Offers.Rule(typeof(NeedyRule))]));
        using ConfigSandbox begun = WithSection("    other: 1\n").Edit("bitgrid_rules.yaml", "CAREFUL", "NEEDY");
        Assert.Equal(
            "config/bitgrid_rules.yaml:2:3: rules.NEEDY.limit_kw: is missing. Allowed: a number in kW. Add 'limit_kw:' to rules.NEEDY.\n",
            begun.Report(more: [Offers.Rule(typeof(NeedyRule))]));
    }

    [Fact]
    public void A_rule_without_options_takes_an_empty_section_only()
    {
        using ConfigSandbox config = WithSection("").Edit("bitgrid_rules.yaml", "CAREFUL", "BARE");
        Assert.Equal(6, config.Load(more: [Offers.Rule(typeof(BareRule))]).Configuration!.Rules.Length);

        config.Edit("bitgrid_rules.yaml", "  BARE:\n", "  BARE:\n    x: 1\n");
        Assert.Equal("config/bitgrid_rules.yaml:3:5: rules.BARE.x: is not a known key. Remove it.\n", config.Report(more: [Offers.Rule(typeof(BareRule))]));
    }

    [Fact]
    public void Its_schema_is_written_for_editors()
    {
        string schema = ConfigSchemas.All(new([Offers.Rule(typeof(CarefulRule))], [], [])).Single(file => file.Name == "bitgrid_rules.schema.json").Json;
        TestKit.Snapshot.Match(schema);
    }

    static ConfigSandbox WithSection(string lines)
    {
        ConfigSandbox config = new();
        string rules = File.ReadAllText(config.PathOf("bitgrid_rules.yaml"));
        return config.Write("bitgrid_rules.yaml", "rules:\n  CAREFUL:\n" + lines + rules[(rules.IndexOf("rules:\n", StringComparison.Ordinal) + 7)..]);
    }

    enum CarefulMode
    {
        Careful,
        VeryCareful,
    }

    sealed record CarefulOptions
    {
        [Description("Where care begins.")]
        [Range(0.0, 10.0)]
        public double LimitKw { get; init; } = 1.5;

        public CarefulMode Mode { get; init; }

        public double TwiceKw => 2 * LimitKw;
    }

    [Rule("CAREFUL", RuleTier.Start)]
    sealed class CarefulRule(CarefulOptions options) : IRule
    {
        public CarefulOptions Options => options;

        public Vote Evaluate(in RuleContext context) => throw new NotSupportedException();
    }

    [Rule("THROWS", RuleTier.Start)]
    sealed class ThrowingRule : IRule
    {
        public ThrowingRule() => throw new InvalidOperationException("no {0}\nluck");

        public Vote Evaluate(in RuleContext context) => throw new NotSupportedException();
    }

    [Rule("GUARD", RuleTier.Safety)]
    sealed class ThrowingGuard : IRule
    {
        public ThrowingGuard() => throw new InvalidOperationException("no luck");

        public Vote Evaluate(in RuleContext context) => throw new NotSupportedException();
    }

    sealed record OddOptions
    {
        public OddOptions() => throw new InvalidOperationException("not today");

        public int X { get; init; }
    }

    [Rule("ODD", RuleTier.Start)]
    sealed class OddRule(OddOptions options) : IRule
    {
        public Vote Evaluate(in RuleContext context) => throw new NotSupportedException(options.ToString());
    }

    sealed record CrypticOptions
    {
        [RegularExpression("(")]
        public string Word { get; init; } = "";
    }

    [Rule("CRYPTIC", RuleTier.Start)]
    sealed class CrypticRule(CrypticOptions options) : IRule
    {
        public Vote Evaluate(in RuleContext context) => throw new NotSupportedException(options.ToString());
    }

    sealed record FreeOptions
    {
        public IReadOnlyDictionary<string, double> Limits { get; init; } = new Dictionary<string, double>();
    }

    [Rule("FREE", RuleTier.Start)]
    sealed class FreeRule(FreeOptions options) : IRule
    {
        public Vote Evaluate(in RuleContext context) => throw new NotSupportedException(options.ToString());
    }

    sealed record NeedyOptions
    {
        public required double LimitKw { get; init; }

        public int Other { get; init; }
    }

    [Rule("NEEDY", RuleTier.Safety)]
    sealed class NeedyRule(NeedyOptions options) : IRule
    {
        public Vote Evaluate(in RuleContext context) => throw new NotSupportedException(options.ToString());
    }

    [Rule("BARE", RuleTier.Start)]
    sealed class BareRule : IRule
    {
        public Vote Evaluate(in RuleContext context) => throw new NotSupportedException();
    }
}
