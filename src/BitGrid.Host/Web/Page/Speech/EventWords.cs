using System.Collections.Frozen;
using BitGrid.Host.Live;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>
/// What happened, in the words of somebody who has to live with it. An event's own message is the log's: English, with every detail.
/// Here stands what each code means, so that events which were stored long ago are told as well.
/// </summary>
/// <param name="En">In a few words, English.</param>
/// <param name="De">The same in German.</param>
/// <param name="Advice">What it leads to and how it is mended, German; English readers have the message.</param>
internal sealed record EventWords(string En, string De, string Advice)
{
    const string Over = "_over";

    static readonly Lazy<FrozenDictionary<string, EventWords>> ByCode = new(() => WordTable.Of<EventWords>("events.json"));

    /// <summary>The codes that have words.</summary>
    public static IEnumerable<string> Codes => ByCode.Value.Keys;

    /// <summary>An event in a few words, with what it is about.</summary>
    public static string Title(HealthEvent happened, Tongue tongue) =>
        happened.Subject.Length == 0 ? Name(happened, tongue) : $"{Name(happened, tongue)} ({happened.Subject})";

    /// <summary>An event in a few words, for a place that says what it is about.</summary>
    public static string Name(HealthEvent happened, Tongue tongue)
    {
        bool isOver = happened.Code.EndsWith(Over, StringComparison.Ordinal);
        string title = ByCode.Value.GetValueOrDefault(isOver ? happened.Code[..^Over.Length] : happened.Code) is { } words ? tongue.Say(words.En, words.De) : happened.Code;
        return isOver ? $"{tongue.Say("Over", "Vorbei")}: {title}" : title;
    }

    /// <summary>What an event leads to and how it is mended, German; empty when nothing is to be said.</summary>
    public static string AdviceOn(string code) => ByCode.Value.GetValueOrDefault(code)?.Advice ?? "";
}
