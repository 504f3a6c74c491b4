using BitGrid.Engine.Explanation;

namespace BitGrid.Host.Web.View;

/// <summary>Says things in both languages, with times of day on the house's own clock.</summary>
/// <param name="zone">Time zone of the house.</param>
internal sealed class Speaker(TimeZoneInfo zone)
{
    readonly Explainer _german = new(Language.De, zone);
    readonly Explainer _english = new(Language.En, zone);

    /// <summary>What an explainer says.</summary>
    public Bilingual Say(Func<Explainer, string> say) => new(say(_german), say(_english));
}
