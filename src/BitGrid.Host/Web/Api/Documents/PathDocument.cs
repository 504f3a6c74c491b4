using BitGrid.Engine.Replay;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>One path the surplus could take.</summary>
/// <param name="Path">Export, Heat or Hodl.</param>
/// <param name="ValueCtKwh">What a kWh is worth there, ct; null when it is not known or there is no such path.</param>
/// <param name="ReasonCode">Why it is taken or rejected.</param>
/// <param name="Explanation">The same, for people.</param>
internal sealed record PathDocument(string Path, double? ValueCtKwh, string ReasonCode, Bilingual Explanation)
{
    public static PathDocument Of(PathChoice choice, EnergyPath path, Speaker speaker) => new(
        Words.Of(path), choice.Values[path], choice.ReasonFor(path).Code, speaker.Say(explainer => explainer.Because(choice, path)));
}
