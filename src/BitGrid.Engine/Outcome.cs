namespace BitGrid.Engine;

/// <summary>What the deciding vote means for the load.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Reason">Why.</param>
/// <param name="NewStatus">The load afterwards.</param>
/// <param name="ByPolicy">True when it was the policy that turned the scale.</param>
internal readonly record struct Outcome(DecisionAction Action, Reason Reason, LoadStatus NewStatus, bool ByPolicy = false)
{
    /// <summary>Translates the deciding vote. Rules say whether the load may run; with nobody against it, the policy's target level is followed.</summary>
    /// <param name="situation">The situation the vote was cast in.</param>
    /// <param name="vote">The deciding vote; an abstention when nobody voted.</param>
    /// <param name="byHand">True when the vote speaks for a person: then the policy has no say.</param>
    /// <param name="path">The policy's choice.</param>
    public static Outcome Of(in Situation situation, in Vote vote, bool byHand, in PathChoice path)
    {
        LoadStatus now = situation.Status;
        return vote.Kind switch
        {
            VoteKind.Stop when now.Running => Stop(vote.Reason),
            VoteKind.Throttle when now.Running => AtLevel(now, Math.Min(now.Level, vote.Level), vote.Reason),
            VoteKind.Start when now.Running && vote.Level > 0 => AtLevel(now, vote.Level, vote.Reason),
            VoteKind.Start when !now.Running && byHand => Start(vote, new PolicyContext(situation).CarriedLevel),
            VoteKind.Start when !now.Running && path.TargetLevel > 0 => Start(vote, path.TargetLevel),
            VoteKind.Start when !now.Running => Hold(now, path.ReasonFor(situation.Load.Path)) with { ByPolicy = true },
            VoteKind.Abstain when now.Running && path.TargetLevel == 0 => Stop(path.ReasonFor(situation.Load.Path)) with { ByPolicy = true },
            VoteKind.Abstain when now.Running && path.TargetLevel != now.Level => AtLevel(now, path.TargetLevel, EngineReasons.LevelFollowsSurplus) with { ByPolicy = true },
            VoteKind.Abstain => Hold(now, EngineReasons.NoVote),
            _ => Hold(now, vote.Reason),
        };
    }

    /// <summary>Nothing changes.</summary>
    public static Outcome Hold(LoadStatus now, Reason reason) => new(DecisionAction.Hold, reason, now);

    static Outcome Start(in Vote vote, int carriedLevel) =>
        new(DecisionAction.Start, vote.Reason, new LoadStatus(true, vote.Level > 0 ? vote.Level : carriedLevel, 0));

    static Outcome Stop(Reason reason) => new(DecisionAction.Stop, reason, new LoadStatus(false, 0, 0));

    static Outcome AtLevel(LoadStatus now, int level, Reason reason) =>
        level == now.Level ? Hold(now, reason) : new(DecisionAction.SetLevel, reason, now with { Level = level });
}
