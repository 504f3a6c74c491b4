namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Something that would have to change.</summary>
/// <param name="Condition">The condition that is not fulfilled now.</param>
/// <param name="Demand">The same as a demand, for people.</param>
internal sealed record DemandDocument(ConditionDocument Condition, Sentences Demand)
{
    public static DemandDocument Of(Condition condition) => new(ConditionDocument.Of(condition), Sentences.Of(explainer => explainer.Demand(condition)));
}
