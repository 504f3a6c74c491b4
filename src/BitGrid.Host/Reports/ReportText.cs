using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BitGrid.Host.Reports;

/// <summary>Text and numbers as they stand in a report, the same on every machine.</summary>
internal static class ReportText
{
    // A narrow space between thousands cannot be mistaken for a decimal sign in any language.
    static readonly NumberFormatInfo Numbers = new() { NegativeSign = "−", NumberGroupSeparator = "\u202F" };

    // Letters stay as they are, so that a page can be read as text too; what HTML takes for markup does not.
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text of any origin as text of HTML.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>A number with so many decimals, thousands apart; a dash when it is not known.</summary>
    public static string Number(double? value, int decimals) => value is { } number && double.IsFinite(number)
        ? Math.Round(number, decimals).ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), Numbers)
        : "–";

    /// <summary>A coordinate in a drawing: two decimals are finer than any screen.</summary>
    public static string Coordinate(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
