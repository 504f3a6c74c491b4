using BitGrid.Engine.Explanation;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A sentence in both languages.</summary>
/// <param name="De">German.</param>
/// <param name="En">English.</param>
internal sealed record Sentences(string De, string En)
{
    static readonly Explainer German = new(Language.De);
    static readonly Explainer English = new(Language.En);

    /// <summary>What an explainer says, in both languages.</summary>
    public static Sentences Of(Func<Explainer, string> say) => new(say(German), say(English));
}
