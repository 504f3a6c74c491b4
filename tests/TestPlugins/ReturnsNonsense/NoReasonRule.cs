namespace BitGrid.TestPlugins;

[Rule("no_reason", RuleTier.Start)]
public sealed class NoReasonRule : IRule
{
    public Vote Evaluate(in RuleContext context) => default;
}
