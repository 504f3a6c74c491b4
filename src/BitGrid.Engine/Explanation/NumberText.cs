using System.Globalization;

namespace BitGrid.Engine.Explanation;

/// <summary>
/// Numbers as people of a language write them. The forms stand here and are not taken from the machine's cultures, so that a
/// sentence is the same on a machine without them.
/// </summary>
internal static class NumberText
{
    const int MostExtraDecimals = 3;

    static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>A value and the limit it is compared with, with just enough digits that different numbers look different.</summary>
    public static (string Actual, string Limit) Pair(in Condition condition, Language language)
    {
        Metric metric = condition.Metric;
        if (condition.Actual is not { } actual)
            return (language == Language.De ? "unbekannt" : "unknown", WithUnit(condition.Limit, metric, metric.Decimals, language));
        int decimals = metric.Decimals;
        while (decimals < metric.Decimals + MostExtraDecimals && !actual.Equals(condition.Limit)
            && Plain(actual, decimals, language) == Plain(condition.Limit, decimals, language))
            decimals++;
        return (WithUnit(actual, metric, decimals, language), WithUnit(condition.Limit, metric, decimals, language));
    }

    /// <summary>A number with at most so many decimals.</summary>
    public static string Plain(double value, int decimals, Language language)
    {
        string text = value.ToString(decimals == 0 ? "0" : "0." + new string('#', decimals), language == Language.De ? German : NumberFormatInfo.InvariantInfo);
        return text is "-0" ? "0" : text;
    }

    static string WithUnit(double value, Metric metric, int decimals, Language language) =>
        metric.Unit.Length == 0 ? Plain(value, decimals, language) : $"{Plain(value, decimals, language)} {metric.Unit}";
}
