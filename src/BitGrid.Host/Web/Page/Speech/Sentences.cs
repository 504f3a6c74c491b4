using System.Text.RegularExpressions;
using BitGrid.Engine.Intake;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>Fits the explainer's sentences into the page.</summary>
internal static partial class Sentences
{
    /// <summary>With a capital first letter, and every number in one line with its unit.</summary>
    public static string Shown(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + BeforeUnit().Replace(sentence[1..], "\u00A0");

    /// <summary>A reading that is missing, by its name in records.</summary>
    public static string ReadingName(string name, Tongue tongue) =>
        Enum.GetValues<Reading>().Cast<Reading?>().FirstOrDefault(reading => ReadingNames.NameOf(reading!.Value) == name) is { } known ? LoadWords.Name(known, tongue) : name;

    [GeneratedRegex(@"(?<=[0-9]) (?=[\p{L}%°])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeUnit();
}
