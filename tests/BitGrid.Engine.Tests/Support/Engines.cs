using BitGrid.Policies;

namespace BitGrid.Engine.Tests.Support;

/// <summary>Engines for tests.</summary>
static class Engines
{
    /// <summary>The engine with the built-in rules and hodl-first, as shipped.</summary>
    public static DecisionEngine BuiltIn(EngineSettings? settings = null, RuleSettings? rules = null) =>
        BuiltIn(settings ?? new(), (rules ?? new()).Rules());

    /// <summary>The same with the rules in another order.</summary>
    public static DecisionEngine BuiltIn(EngineSettings settings, IEnumerable<RegisteredRule> rules) =>
        new(rules, new RegisteredPolicy("hodl-first", new HodlFirstPolicy(new PolicyOptions())), settings);

    /// <summary>An engine with the rules given and a policy that wants a level.</summary>
    public static DecisionEngine With(IEnumerable<RegisteredRule> rules, int targetLevel = 1, EngineSettings? settings = null) =>
        new(rules, new RegisteredPolicy("fixed", new FixedLevel(targetLevel)), settings);

    public static RegisteredRule Rule(string id, RuleTier tier, Lambda.Body body) => new(id, tier, new Lambda(body));

    public static RegisteredRule Rule(string id, RuleTier tier, Vote vote) => new(id, tier, new FixedVote(vote));
}
