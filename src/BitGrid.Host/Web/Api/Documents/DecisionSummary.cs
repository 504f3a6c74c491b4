using BitGrid.Engine.Replay;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A decision in short.</summary>
/// <param name="BlockId">The block it was taken in.</param>
/// <param name="LoadId">The load.</param>
/// <param name="Time">Time of the state it was taken on.</param>
/// <param name="Trigger">What asked for it.</param>
/// <param name="Action">What was done.</param>
/// <param name="ReasonCode">Why.</param>
/// <param name="DecidingRule">Who decided; null when nobody voted.</param>
/// <param name="Running">True when the load runs afterwards.</param>
/// <param name="Level">Its level afterwards.</param>
/// <param name="ValidUntilBlock">Last block in which the stability rules keep it so.</param>
/// <param name="IsOverride">True when a person's wish decided.</param>
/// <param name="ConfigHash">The configuration in force.</param>
/// <param name="Headline">What happens, in two words.</param>
/// <param name="Explanation">What and why, in a sentence.</param>
internal sealed record DecisionSummary(
    long BlockId,
    string LoadId,
    DateTime Time,
    string Trigger,
    string Action,
    string ReasonCode,
    string? DecidingRule,
    bool Running,
    int Level,
    long ValidUntilBlock,
    bool IsOverride,
    string ConfigHash,
    Bilingual Headline,
    Bilingual Explanation)
{
    public static DecisionSummary Of(DecisionRecord record, Speaker speaker) => new(
        record.Block.Id,
        record.LoadId,
        record.Time.UtcDateTime,
        Words.Of(record.Trigger),
        Words.Of(record.Action),
        record.Reason.Code,
        record.DecidingRule,
        record.NewState.Running,
        record.NewState.Level,
        record.ValidUntil.Id,
        record.IsOverride,
        record.ConfigHash,
        speaker.Say(explainer => explainer.Headline(record)),
        speaker.Say(explainer => explainer.Sentence(record)));
}
