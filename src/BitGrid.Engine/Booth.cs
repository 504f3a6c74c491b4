namespace BitGrid.Engine;

/// <summary>The polling booth: each rule votes alone, and what goes wrong inside stays inside.</summary>
internal static class Booth
{
    /// <summary>Memory of a rule that failed: it is not asked again while it has this very memory.</summary>
    public static RuleMemory Quarantined { get; } = RuleMemory.Empty.With("quarantined", 1);

    /// <summary>The very memory that stands for a failed rule, if this one says so; else this one.</summary>
    public static RuleMemory Known(RuleMemory memory) => memory.Equals(Quarantined) ? Quarantined : memory;

    /// <summary>A rule's vote, or the safe vote that stands in for it.</summary>
    /// <param name="voter">Who is asked.</param>
    /// <param name="situation">About what.</param>
    /// <param name="memory">What the rule remembers.</param>
    /// <param name="conditions">Receives the comparisons, when wanted.</param>
    /// <param name="onFault">Told about a fault, when wanted.</param>
    public static Vote Ask(
        RegisteredRule voter, in Situation situation, RuleMemory memory, ICollection<Condition>? conditions, Action<RuleFault>? onFault)
    {
        if (ReferenceEquals(memory, Quarantined))
            return StandIn(voter.Tier);
        string fault;
        try
        {
            Vote vote = voter.Rule.Evaluate(new RuleContext(situation, memory, conditions));
            if (IsSense(vote, situation.Load))
                return vote;
            fault = $"voted {vote.Kind} with level {vote.Level} and reason {vote.Reason?.Code ?? "(none)"}; a vote needs a reason and a level the load has (0 to {situation.Load.TopLevel})";
        }
#pragma warning disable CA1031 // A stranger's rule may throw anything; none of it may end the decision.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            fault = $"threw {exception.GetType().Name}: {exception.Message}";
        }

        onFault?.Invoke(new RuleFault(voter.Id, situation.State.Block, fault));
        return StandIn(voter.Tier);
    }

    /// <summary>The policy's choice, or Export when it fails.</summary>
    public static PathChoice Choose(RegisteredPolicy policy, in Situation situation, Action<RuleFault>? onFault)
    {
        string fault;
        try
        {
            PathChoice choice = policy.Policy.Choose(new PolicyContext(situation));
            if (IsSense(choice, situation.Load))
                return choice;
            fault = $"chose target level {choice.TargetLevel}, or left out a reason; every path needs a reason, and the level must be 0 to {situation.Load.TopLevel}";
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            fault = $"threw {exception.GetType().Name}: {exception.Message}";
        }

        onFault?.Invoke(new RuleFault(policy.Id, situation.State.Block, fault));
        Reason reason = EngineReasons.PolicyFault;
        return new(EnergyPath.Export, default, reason, reason, reason, 0);
    }

    static Vote StandIn(RuleTier tier) =>
        (tier >= RuleTier.Autarky ? Vote.Stop(EngineReasons.RuleFault) : Vote.Hold(EngineReasons.RuleFault)).Remembering(Quarantined);

    static bool IsSense(in Vote vote, LoadProfile load) =>
        vote.Reason is not null && vote.Memory is not null
        && vote.Level >= (vote.Kind == VoteKind.Throttle ? 1 : 0) && vote.Level <= load.TopLevel;

    static bool IsSense(in PathChoice choice, LoadProfile load) =>
        choice is { ExportReason: not null, HeatReason: not null, HodlReason: not null, TargetLevel: >= 0 } && choice.TargetLevel <= load.TopLevel;
}
