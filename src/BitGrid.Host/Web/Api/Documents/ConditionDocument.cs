using BitGrid.Engine.Replay;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>One comparison a rule made.</summary>
/// <param name="Metric">What was compared.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Actual">Its value; null when the reading is missing.</param>
/// <param name="Operator">How: &gt;=, &lt;=, &gt; or &lt;.</param>
/// <param name="Limit">With what.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Fulfilled">True when the comparison holds.</param>
/// <param name="Phrase">The condition as it stands, for people.</param>
internal sealed record ConditionDocument(string Metric, Bilingual Name, double? Actual, string Operator, double Limit, string Unit, bool Fulfilled, Bilingual Phrase)
{
    public static ConditionDocument Of(Condition condition, Speaker speaker) => new(
        condition.Metric.Name,
        new(condition.Metric.De, condition.Metric.En),
        condition.Actual,
        Words.Of(condition.Comparison),
        condition.Limit,
        condition.Metric.Unit,
        condition.Fulfilled,
        speaker.Say(explainer => explainer.Phrase(condition)));
}
