using System.Collections.Immutable;
using BitGrid.Engine.Replay;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>One vote.</summary>
/// <param name="Rule">Who.</param>
/// <param name="Tier">His rank.</param>
/// <param name="Vote">What was asked for.</param>
/// <param name="Level">The level asked for; 0 when none.</param>
/// <param name="ReasonCode">Why.</param>
/// <param name="Explanation">Why, for people.</param>
/// <param name="Conditions">The comparisons, in the order they were made.</param>
internal sealed record VoteDocument(string Rule, string Tier, string Vote, int Level, string ReasonCode, Bilingual Explanation, ImmutableArray<ConditionDocument> Conditions)
{
    public static VoteDocument Of(VoteRecord vote, Speaker speaker) => new(
        vote.Rule,
        Words.Of(vote.Tier),
        Words.Of(vote.Vote),
        vote.Level,
        vote.Reason.Code,
        speaker.Say(explainer => explainer.Because(vote)),
        [.. vote.Conditions.Select(condition => ConditionDocument.Of(condition, speaker))]);
}
