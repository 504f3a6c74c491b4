namespace BitGrid.TestPlugins;

/// <summary>Nothing is wrong with it, but its manifest asks for a host of the far future.</summary>
[Rule("future", RuleTier.Start)]
public sealed class FutureRule : IRule
{
    static readonly Reason Free = new("FUTURE_FREE", "no objection", "kein Einwand");

    public Vote Evaluate(in RuleContext context) => Vote.Abstain(Free);
}
