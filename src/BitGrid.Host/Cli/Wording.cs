using System.Globalization;
using BitGrid.Engine.Explanation;

namespace BitGrid.Host.Cli;

/// <summary>Picks the wording of a language where a sentence is too short for a catalogue.</summary>
internal static class Wording
{
    static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NegativeSign = "−" };
    static readonly NumberFormatInfo English = new() { NegativeSign = "−" };

    public static string Say(this Language language, string en, string de) => language == Language.De ? de : en;

    /// <summary>A number with its unit; a dash when it is not known.</summary>
    public static string Number(this Language language, double? value, string format, string unit) =>
        value is { } number ? $"{number.ToString(format, language == Language.De ? German : English)} {unit}".TrimEnd() : "–";
}
