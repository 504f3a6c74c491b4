namespace BitGrid.TestPlugins;

[Rule("throws_as_safety", RuleTier.Safety)]
public sealed class ThrowsAsSafetyRule : IRule
{
    public Vote Evaluate(in RuleContext context) => throw new InvalidOperationException("failed on purpose");
}
