namespace BitGrid.Engine.Guards;

/// <summary>
/// Bad readings never start a load. <c>degraded</c>: nothing starts, what runs goes on or is stopped by others.
/// <c>invalid</c>: the present state is kept for one block, then the load is stopped.
/// </summary>
internal sealed class DataGuard : IRule
{
    public const string Id = "DATA";
    const string InvalidSince = "invalid_since_block";

    public Vote Evaluate(in RuleContext context) => context.State.Quality switch
    {
        DataQuality.Invalid => Invalid(context),
        DataQuality.Degraded => Degraded(context),
        _ => Vote.Abstain(EngineReasons.DataUsable),
    };

    static Vote Degraded(in RuleContext context)
    {
        context.AtMost(Metrics.MissingReadings, context.State.Missing.Length + context.State.Stale.Length, 0);
        return context.Status.Running ? Vote.Abstain(EngineReasons.DataDegraded) : Vote.Hold(EngineReasons.DataDegraded);
    }

    static Vote Invalid(in RuleContext context)
    {
        context.AtMost(Metrics.MissingReadings, context.State.Missing.Length + context.State.Stale.Length, 0);
        double since = context.Memory[InvalidSince] ?? context.State.Block.Id;
        Vote vote = context.State.Block.Id > since
            ? Vote.Stop(EngineReasons.DataInvalidStop)
            : Vote.Hold(EngineReasons.DataInvalidHold);
        return vote.Remembering(context.Memory.With(InvalidSince, since));
    }
}
