using System.Globalization;

namespace BitGrid.Host.Recordings;

/// <summary>Something in the input that cannot be used, told so that it can be found and repaired.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Problem">What is wrong, with the column and the value.</param>
/// <param name="Allowed">What would be right.</param>
/// <param name="Repair">What to do about it.</param>
internal sealed record InputFault(Place Place, string Problem, string Allowed, string Repair)
{
    const int LongestValue = 60;
    const int LongestMessage = 200;

    /// <summary>A fault of one value.</summary>
    public static InputFault Of(Place place, string column, ReadOnlySpan<char> value, string problem, string allowed, string repair) =>
        new(place, $"{column} '{Shown(value)}' {problem}", allowed, repair);

    /// <summary>The message of an exception as part of a sentence.</summary>
    public static string Shown(Exception cause) => Shown(cause.Message.TrimEnd('.'), LongestMessage);

    public override string ToString() => $"{Place}: {Problem}. Allowed: {Allowed}. Repair: {Repair}.";

    // The input is a stranger's: it must neither break a line of the report nor fill it.
    public static string Shown(ReadOnlySpan<char> value, int longest = LongestValue)
    {
        bool isLong = value.Length > longest;
        char[] shown = [.. value[..(isLong ? longest : value.Length)]];
        for (int i = 0; i < shown.Length; i++)
        {
            if (char.IsControl(shown[i]) || char.GetUnicodeCategory(shown[i]) == UnicodeCategory.Format)
                shown[i] = '·';
        }

        return new string(shown) + (isLong ? "…" : "");
    }
}
