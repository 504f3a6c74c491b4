namespace BitGrid.Engine;

/// <summary>A rule with the name and rank it votes under.</summary>
/// <param name="Id">Id of the rule.</param>
/// <param name="Tier">Rank of its votes.</param>
/// <param name="Rule">The rule itself.</param>
public sealed record RegisteredRule(string Id, RuleTier Tier, IRule Rule);
