namespace BitGrid.TestPlugins;

[Rule("sees_v2", RuleTier.Start)]
public sealed class SeesV2Rule : OnlyInV2, IRule
{
    static readonly Reason Sees = new("SEES_LIBRARY", "sees its library", "sieht seine Bibliothek");

    public Vote Evaluate(in RuleContext context) => Vote.Abstain(Sees).Remembering(Seen);
}
