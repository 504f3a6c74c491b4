namespace BitGrid.Rules.R5Stability;

/// <summary>Against flapping: after a start or stop the load is left alone for a while. Only R2, R3 and a person break it.</summary>
[Rule("R5", RuleTier.Stability)]
public sealed class R5StabilityRule(R5Options options) : IRule
{
    const string WasRunning = "was_running";
    const string SwitchDay = "switch_day"; // UTC day the switches are counted for
    const string Switches = "switches";

    static readonly Reason Free = new("R5_FREE", "it may be switched", "es darf geschaltet werden");
    static readonly Reason Settling = new("R5_HOLD",
        "it was switched {blocks_since_change} ago and is left alone for {blocks_since_change.limit}",
        "vor {blocks_since_change} geschaltet, frühestens nach {blocks_since_change.limit} wieder");
    static readonly Reason TooOften = new("R5_TOO_MANY_SWITCHES",
        "switched {switches_today} times today already (at most {switches_today.limit} allowed)",
        "heute schon {switches_today}-mal geschaltet (erlaubt sind {switches_today.limit})");

    readonly int _blocksOn = Math.Max(options.HoldBlocks + 1, options.MinRuntimeBlocks);
    readonly int _blocksOff = Math.Max(options.HoldBlocks + 1, options.MinPauseBlocks);

    /// <inheritdoc/>
    public Vote Evaluate(in RuleContext context)
    {
        LoadStatus status = context.Status;
        RuleMemory memory = options.MaxSwitchesPerDay is null ? RuleMemory.Empty : CountSwitches(context);
        if (!context.AtLeast(Metrics.BlocksSinceChange, status.BlocksSinceChange, status.Running ? _blocksOn : _blocksOff))
            return Vote.Hold(Settling).Remembering(memory);
        if (!status.Running && options.MaxSwitchesPerDay is { } max && context.AtLeast(Metrics.SwitchesToday, memory[Switches], max))
            return Vote.Hold(TooOften).Remembering(memory);
        return Vote.Abstain(Free).Remembering(memory);
    }

    static RuleMemory CountSwitches(in RuleContext context)
    {
        RuleMemory memory = context.Memory;
        Block block = context.State.Block;
        double running = context.Status.Running ? 1 : 0;
        double day = block.Day;
        double count = memory[SwitchDay].Equals(day) ? memory[Switches] ?? 0 : 0;
        // A switch is seen in the block after it, which may lie in the next day.
        bool today = block.Plus(-context.Status.BlocksSinceChange).Day == block.Day;
        if (today && memory[WasRunning] is { } before && !before.Equals(running))
            count++;
        return memory.With(WasRunning, running).With(SwitchDay, day).With(Switches, count);
    }
}
