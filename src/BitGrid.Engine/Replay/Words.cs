namespace BitGrid.Engine.Replay;

/// <summary>The domain's words as they stand in records. Written out, so that renaming a member of an enumeration cannot change a record.</summary>
public static class Words
{
    /// <summary>Word for an action.</summary>
    public static string Of(DecisionAction action) => action switch
    {
        DecisionAction.Start => "Start",
        DecisionAction.Stop => "Stop",
        DecisionAction.SetLevel => "SetLevel",
        _ => "Hold",
    };

    /// <summary>Word for a trigger.</summary>
    public static string Of(DecisionTrigger trigger) => trigger switch
    {
        DecisionTrigger.SafetyAsync => "SafetyAsync",
        DecisionTrigger.Override => "Override",
        DecisionTrigger.Startup => "Startup",
        _ => "BlockTick",
    };

    /// <summary>Word for a tier.</summary>
    public static string Of(RuleTier tier) => tier switch
    {
        RuleTier.Safety => "Safety",
        RuleTier.Autarky => "Autarky",
        RuleTier.Override => "Override",
        RuleTier.Stability => "Stability",
        _ => "Start",
    };

    /// <summary>Word for a vote.</summary>
    public static string Of(VoteKind kind) => kind switch
    {
        VoteKind.Start => "Start",
        VoteKind.Hold => "Hold",
        VoteKind.Throttle => "Throttle",
        VoteKind.Stop => "Stop",
        _ => "Abstain",
    };

    /// <summary>Word for a path of energy.</summary>
    public static string Of(EnergyPath path) => path switch
    {
        EnergyPath.Heat => "Heat",
        EnergyPath.Hodl => "Hodl",
        _ => "Export",
    };

    /// <summary>Sign of a comparison.</summary>
    public static string Of(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.AtMost => "<=",
        Comparison.Above => ">",
        _ => "<",
    };
}
