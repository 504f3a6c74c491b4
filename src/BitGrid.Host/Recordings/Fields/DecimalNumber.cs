using System.Globalization;

namespace BitGrid.Host.Recordings.Fields;

/// <summary>
/// Numbers as they stand in files, read exactly as <see cref="double.Parse(string)"/> would. A short decimal number is a whole
/// number divided by a power of ten; both are exact in a double, so one division rounds correctly
/// (W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990). That is several times faster, and a year of
/// states has a million numbers.
/// </summary>
internal static class DecimalNumber
{
    // 10^15 < 2^53: every whole number of so many digits is exact.
    const int MostDigits = 15;

    static readonly double[] PowersOfTen = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    public static bool TryParse(ReadOnlySpan<char> text, out double number) =>
        TryParseShort(text, out number) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    static bool TryParseShort(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        bool isNegative = text.StartsWith('-');
        ReadOnlySpan<char> digits = isNegative ? text[1..] : text;
        int point = digits.IndexOf('.');
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (digits.Length - (point < 0 ? 0 : 1) is 0 or > MostDigits)
            return false;

        long whole = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            if (i == point)
                continue;
            if (!char.IsAsciiDigit(digits[i]))
                return false;
            whole = 10 * whole + (digits[i] - '0');
        }

        number = whole / PowersOfTen[decimals];
        number = isNegative ? -number : number;
        return true;
    }
}
