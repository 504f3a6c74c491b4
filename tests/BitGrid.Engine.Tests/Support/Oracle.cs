namespace BitGrid.Engine.Tests.Support;

/// <summary>The arbitration a second time, as a plain ranking list instead of a search: the best ranked vote decides.</summary>
static class Oracle
{
    static readonly RuleTier[] Tiers = [RuleTier.Safety, RuleTier.Autarky, RuleTier.Override, RuleTier.Stability, RuleTier.Start];
    static readonly VoteKind[] Kinds = [VoteKind.Stop, VoteKind.Throttle, VoteKind.Hold, VoteKind.Start];

    /// <summary>Id of the rule that decides, or <see langword="null"/>.</summary>
    public static string? DecidingRule(IReadOnlyCollection<(string Rule, RuleTier Tier, VoteKind Kind)> votes, AutonomyLevel autonomy)
    {
        bool wished = votes.Any(vote => vote is { Rule: "OVERRIDE", Kind: not VoteKind.Abstain });
        return Best(votes.Where(vote => vote.Kind != VoteKind.Abstain && Acting(autonomy, wished).Contains(vote.Tier)))?.Rule;
    }

    // A wish is never above the Autarky tier, not even where that tier does not act by itself.
    static RuleTier[] Acting(AutonomyLevel autonomy, bool wished) => autonomy switch
    {
        AutonomyLevel.Full => Tiers,
        AutonomyLevel.Semi => [RuleTier.Safety, RuleTier.Autarky, RuleTier.Override],
        AutonomyLevel.Manual when wished => [RuleTier.Safety, RuleTier.Autarky, RuleTier.Override],
        AutonomyLevel.Manual => [RuleTier.Safety, RuleTier.Override],
        _ => throw new ArgumentOutOfRangeException(nameof(autonomy)),
    };

    static (string Rule, RuleTier Tier, VoteKind Kind)? Best(IEnumerable<(string Rule, RuleTier Tier, VoteKind Kind)> votes)
    {
        (string Rule, RuleTier Tier, VoteKind Kind)[] ranking =
        [
            .. votes.OrderBy(vote => Array.IndexOf(Tiers, vote.Tier))
                .ThenBy(vote => Array.IndexOf(Kinds, vote.Kind))
                .ThenBy(vote => vote.Rule, StringComparer.Ordinal),
        ];
        if (ranking.Length == 0)
            return null;
        if (ranking[0].Kind != VoteKind.Throttle)
            return ranking[0];
        // Strike the throttle off the list: if a stop is then on top, it decides.
        return Best(ranking.Skip(1)) is { Kind: VoteKind.Stop } stop ? stop : ranking[0];
    }
}
