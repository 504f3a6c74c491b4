namespace BitGrid.TestPlugins;

[Rule("nan_memory", RuleTier.Autarky)]
public sealed class NanMemoryRule : IRule
{
    static readonly Reason Forgets = new("FORGETS", "remembers no number", "merkt sich keine Zahl");

    public Vote Evaluate(in RuleContext context) => Vote.Abstain(Forgets).Remembering(context.Memory.With("nan", double.NaN));
}
