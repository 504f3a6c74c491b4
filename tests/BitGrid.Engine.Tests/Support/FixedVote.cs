namespace BitGrid.Engine.Tests.Support;

/// <summary>A rule that always gives the same vote.</summary>
sealed class FixedVote(Vote vote) : IRule
{
    public Vote Evaluate(in RuleContext context) => vote;
}
