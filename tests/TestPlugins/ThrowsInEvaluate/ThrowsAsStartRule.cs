namespace BitGrid.TestPlugins;

[Rule("throws_as_start", RuleTier.Start)]
public sealed class ThrowsAsStartRule : IRule
{
    public Vote Evaluate(in RuleContext context) => throw new InvalidOperationException("failed on purpose");
}
