namespace BitGrid;

/// <summary>Names a rule for the configuration, the records and the arbitration.</summary>
/// <param name="id">Key of the rule's section in <c>bitgrid_rules.yaml</c>: a letter, then letters, digits or <c>_</c>. Stable.</param>
/// <param name="tier">Rank of the rule's votes.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RuleAttribute(string id, RuleTier tier) : Attribute
{
    /// <summary>Key of the rule's section in <c>bitgrid_rules.yaml</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Rank of the rule's votes.</summary>
    public RuleTier Tier { get; } = tier;
}
