using System.Collections.Immutable;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>What the next block will bring for a load.</summary>
/// <param name="LoadId">The load.</param>
/// <param name="Next">The decision of the next block, if the readings stay as they are and the surplus does what the forecast says.</param>
/// <param name="Votes">Who would vote how.</param>
/// <param name="EnergyPath">Where the surplus would go.</param>
/// <param name="Change">What would have to change for the opposite.</param>
internal sealed record PreviewDocument(string LoadId, DecisionSummary Next, ImmutableArray<VoteDocument> Votes, EnergyPathDocument EnergyPath, ChangeDocument Change)
{
    public static PreviewDocument Of(Outlook outlook, Speaker speaker) => new(
        outlook.Next.LoadId,
        DecisionSummary.Of(outlook.Next, speaker),
        [.. outlook.Next.Votes.Select(vote => VoteDocument.Of(vote, speaker))],
        EnergyPathDocument.Of(outlook.Next.EnergyPath, speaker),
        ChangeDocument.Of(outlook.Change, speaker));
}
