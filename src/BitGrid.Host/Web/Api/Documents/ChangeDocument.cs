using System.Collections.Immutable;
using BitGrid.Engine.Preview;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>What would have to change for another outcome.</summary>
/// <param name="Start">True: all demands together make the load run. False: any one of them stops it.</param>
/// <param name="Proven">True when the engine was asked with these values and did so.</param>
/// <param name="Explanation">The same as a sentence; empty when nothing is known that would.</param>
/// <param name="Demands">What would have to change.</param>
internal sealed record ChangeDocument(bool Start, bool Proven, Bilingual Explanation, ImmutableArray<DemandDocument> Demands)
{
    public static ChangeDocument Of(Prospect prospect, Speaker speaker) => new(
        prospect.Start, prospect.Proven, speaker.Say(explainer => explainer.Sentence(prospect)), [.. prospect.Demands.Select(demand => DemandDocument.Of(demand, prospect.Block, speaker))]);
}
