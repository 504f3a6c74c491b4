using BitGrid.Engine.Intake;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>Fits the explainer's sentences into the page.</summary>
internal static class Sentences
{
    /// <summary>With a capital first letter.</summary>
    public static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>A reading that is missing, by its name in records.</summary>
    public static string ReadingName(string name, Tongue tongue) =>
        Enum.GetValues<Reading>().Cast<Reading?>().FirstOrDefault(reading => ReadingNames.NameOf(reading!.Value) == name) is { } known ? LoadWords.Name(known, tongue) : name;
}
