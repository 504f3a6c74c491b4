namespace BitGrid.TestPlugins;

[Rule("throws_in_constructor", RuleTier.Safety)]
public sealed class ThrowsInConstructorRule : IRule
{
    public ThrowsInConstructorRule() => throw new InvalidOperationException("the constructor {0} failed\non purpose");

    public Vote Evaluate(in RuleContext context) => default;
}
