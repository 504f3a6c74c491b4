namespace BitGrid.Rules.Tests.Testing;

[Rule("WARM_WATER", RuleTier.Stability)]
public sealed class WarmWaterRule : IRule
{
    static readonly Reason Cold = new("WARM_WATER_COLD", "the water comes first: {conditions}", "erst das Wasser: {conditions}");
    static readonly Reason Warm = new("WARM_WATER_WARM", "the water is warm", "das Wasser ist warm");

    public Vote Evaluate(in RuleContext context) =>
        context.Status.Running || context.AtLeast(Metrics.HeatTempC, context.State.HeatTempC, 45) ? Vote.Abstain(Warm) : Vote.Hold(Cold);
}
