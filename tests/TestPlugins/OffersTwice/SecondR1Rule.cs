namespace BitGrid.TestPlugins;

/// <summary>Takes an id that R1 of the built-in rules has.</summary>
[Rule("R1", RuleTier.Start)]
public sealed class SecondR1Rule : IRule
{
    static readonly Reason Free = new("SECOND_FREE", "no objection", "kein Einwand");

    public Vote Evaluate(in RuleContext context) => Vote.Abstain(Free);
}
