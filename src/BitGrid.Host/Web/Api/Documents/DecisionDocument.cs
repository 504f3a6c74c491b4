using System.Collections.Immutable;
using System.Text.Json;
using BitGrid.Host.History;
using BitGrid.Host.Store;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A decision whole: who voted how on what, where the surplus should go, and the state it was taken on.</summary>
/// <param name="Decision">In short.</param>
/// <param name="Votes">Every vote, the highest tier first.</param>
/// <param name="EnergyPath">Where the surplus should go, and why not elsewhere.</param>
/// <param name="State">The state by the names of its columns, without those that were not known.</param>
/// <param name="Record">The canonical record, word for word.</param>
internal sealed record DecisionDocument(
    DecisionSummary Decision, ImmutableArray<VoteDocument> Votes, EnergyPathDocument EnergyPath, SortedDictionary<string, JsonElement> State, JsonElement Record)
{
    public static DecisionDocument Of(PastDecision past, DecisionRecord record, Speaker speaker) => new(
        DecisionSummary.Of(record, speaker),
        [.. record.Votes.Select(vote => VoteDocument.Of(vote, speaker))],
        EnergyPathDocument.Of(record.EnergyPath, speaker),
        new(past.Values.Index().Where(value => value.Item is not null && DayColumn.All[value.Index].Name != "record")
            .ToDictionary(value => DayColumn.All[value.Index].Name, value => JsonSerializer.SerializeToElement(value.Item)), StringComparer.Ordinal),
        JsonElement.Parse(past.Line));
}
