namespace BitGrid.Engine.Guards;

/// <summary>Speaks for a person's wish as long as it lasts.</summary>
internal sealed class OverrideRule : IRule
{
    public const string Id = "OVERRIDE";

    public Vote Evaluate(in RuleContext context)
    {
        if (context.Override is not { } wish || !context.AtLeast(Metrics.OverrideBlocksLeft, wish.BlocksLeft(context.State.Block), 1))
            return Vote.Abstain(EngineReasons.NoOverride);
        // A wish outlives a restart, so the load may have fewer levels by now than when it was made.
        return wish.Run
            ? Vote.Start(EngineReasons.ManualOverride, Math.Clamp(wish.Level, 0, context.Load.TopLevel))
            : Vote.Stop(EngineReasons.ManualOverride);
    }
}
