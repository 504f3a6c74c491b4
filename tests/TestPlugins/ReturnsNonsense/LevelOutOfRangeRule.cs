namespace BitGrid.TestPlugins;

[Rule("level_out_of_range", RuleTier.Stability)]
public sealed class LevelOutOfRangeRule : IRule
{
    static readonly Reason Everything = new("EVERYTHING", "more than there is", "mehr, als es gibt");

    public Vote Evaluate(in RuleContext context) => Vote.Start(Everything, context.Load.TopLevel + 1);
}
