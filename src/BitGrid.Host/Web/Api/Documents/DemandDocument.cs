using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Something that would have to change.</summary>
/// <param name="Condition">The condition that is not fulfilled now.</param>
/// <param name="Demand">The same as a demand, for people.</param>
internal sealed record DemandDocument(ConditionDocument Condition, Bilingual Demand)
{
    public static DemandDocument Of(Condition condition, Block block, Speaker speaker) => new(ConditionDocument.Of(condition, speaker), speaker.Say(explainer => explainer.Demand(condition, block)));
}
