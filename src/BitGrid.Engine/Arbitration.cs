namespace BitGrid.Engine;

/// <summary>
/// Finds the vote that decides. The highest tier in which anybody votes decides, and inside it
/// Stop beats Throttle beats Hold beats Start; between equals the ordinal rule id. One exception: a Throttle only limits,
/// so it gives way to the Stop that would decide without it, or heat at its margin would keep an empty battery mining.
/// </summary>
internal static class Arbitration
{
    /// <summary>Nobody voted.</summary>
    public const int Nobody = -1;

    /// <summary>Index of the deciding vote, or <see cref="Nobody"/>.</summary>
    /// <param name="rules">The voters: highest tier first, then by ordinal id.</param>
    /// <param name="votes">Their votes, in the same order.</param>
    /// <param name="autonomy">Which tiers may act.</param>
    public static int DecidingVote(ReadOnlySpan<RegisteredRule> rules, ReadOnlySpan<Vote> votes, AutonomyLevel autonomy)
    {
        int winner = Strongest(rules, votes, autonomy, withThrottles: true);
        if (winner == Nobody || votes[winner].Kind != VoteKind.Throttle)
            return winner;
        int unthrottled = Strongest(rules, votes, autonomy, withThrottles: false);
        return unthrottled != Nobody && votes[unthrottled].Kind == VoteKind.Stop ? unthrottled : winner;
    }

    static int Strongest(ReadOnlySpan<RegisteredRule> rules, ReadOnlySpan<Vote> votes, AutonomyLevel autonomy, bool withThrottles)
    {
        int winner = Nobody;
        for (int i = 0; i < rules.Length; i++)
        {
            if (winner != Nobody && rules[i].Tier != rules[winner].Tier)
                break; // the tiers below are not heard
            bool counts = votes[i].Kind switch
            {
                VoteKind.Abstain => false,
                VoteKind.Throttle => withThrottles,
                _ => true,
            };
            if (counts && MayAct(rules[i].Tier, autonomy) && (winner == Nobody || votes[i].Kind > votes[winner].Kind))
                winner = i;
        }

        return winner;
    }

    static bool MayAct(RuleTier tier, AutonomyLevel autonomy) => autonomy switch
    {
        AutonomyLevel.Full => true,
        AutonomyLevel.Semi => tier >= RuleTier.Override,
        _ => tier is RuleTier.Safety or RuleTier.Override,
    };
}
