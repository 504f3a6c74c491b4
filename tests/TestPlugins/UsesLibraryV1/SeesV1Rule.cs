namespace BitGrid.TestPlugins;

[Rule("sees_v1", RuleTier.Start)]
public sealed class SeesV1Rule : IRule
{
    static readonly Reason Sees = new("SEES_LIBRARY", "sees its library", "sieht seine Bibliothek");

    public Vote Evaluate(in RuleContext context) =>
        Vote.Abstain(Sees).Remembering(RuleMemory.Empty.With("library_version", Library.Version));
}
