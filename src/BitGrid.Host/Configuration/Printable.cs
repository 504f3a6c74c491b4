using System.Globalization;
using System.Text;

namespace BitGrid.Host.Configuration;

/// <summary>Makes text from a file or a plugin safe to print: one line, no control or invisible characters, of bounded length.</summary>
internal static class Printable
{
    const int MaxLength = 80;

    public static string Text(string text, bool quote = true)
    {
        StringBuilder shown = new(quote ? "\"" : "");
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length > MaxLength)
            {
                shown.Append('…');
                break;
            }

            Append(shown, rune, quote);
        }

        return shown.Append(quote ? "\"" : "").ToString();
    }

    /// <summary>A key as it is when it is a plain word, else quoted.</summary>
    public static string Key(string key) =>
        key.Length is > 0 and < MaxLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? key : Text(key);

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    static void Append(StringBuilder shown, Rune rune, bool quote)
    {
        if (rune.Value == '\n')
            shown.Append("\\n");
        else if (quote && rune.Value is '"' or '\\')
            shown.Append('\\').Append(rune);
        else if (IsHidden(rune))
            shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        else
            shown.Append(rune);
    }

    // Format characters include those that turn the direction of writing around.
    static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;
}
