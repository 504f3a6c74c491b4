using System.Globalization;
using System.Text.RegularExpressions;

namespace BitGrid.Host.Configuration.Yaml;

/// <summary>What an unquoted scalar means: the core schema of YAML 1.2.2, section 10.3.2.</summary>
internal static partial class CoreScalar
{
    public static object? Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when Hexadecimal().IsMatch(text) => Whole(text, 16),
        _ when Octal().IsMatch(text) => Whole(text, 8),
        _ when Decimal().IsMatch(text) => WholeNumber(Number(text)) ?? (object)Number(text),
        _ => text,
    };

    /// <summary>True for <c>.nan</c>, <c>.inf</c> and numbers too large for a double.</summary>
    public static bool IsNotFinite(string text) =>
        NanOrInfinity().IsMatch(text) || Resolve(text) is double.PositiveInfinity or double.NegativeInfinity;

    /// <summary>True for <c>1,5</c>: a number with a decimal comma, which YAML takes for text.</summary>
    public static bool HasDecimalComma(string text) => DecimalComma().IsMatch(text);

    static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // As in JSON Schema, 2.0 and 2e3 are whole numbers. Above 10^15 a double no longer holds every one of them.
    static long? WholeNumber(double number) => double.IsInteger(number) && Math.Abs(number) < 1e15 ? (long)number : null;

    // Beyond 64 bits the value is no setting of anything; infinity makes the reader refuse it.
    static object Whole(string text, int radix)
    {
        try
        {
            return Convert.ToInt64(text[2..], radix);
        }
        catch (OverflowException)
        {
            return double.PositiveInfinity;
        }
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^0x[0-9a-fA-F]+\z", RegexOptions.None, 1000)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^0o[0-7]+\z", RegexOptions.None, 1000)]
    private static partial Regex Octal();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NanOrInfinity();

    [GeneratedRegex(@"^[-+]?[0-9]+,[0-9]+\z", RegexOptions.None, 1000)]
    private static partial Regex DecimalComma();
}
