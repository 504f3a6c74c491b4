using System.Globalization;

namespace BitGrid.Engine.Explanation;

/// <summary>
/// Numbers as people of a language write them. The forms stand here and are not taken from the machine's cultures, so that a
/// sentence is the same on a machine without them.
/// </summary>
internal static class NumberText
{
    const int MostExtraDecimals = 3;

    // Switched in this very block: "0 min ago" would be no answer.
    const string SinceSwitch = "blocks_since_change";

    static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };
    static readonly NumberFormatInfo English = new() { NegativeSign = "−" };

    /// <summary>A value and the limit it is compared with, with just enough digits that different numbers look different.</summary>
    public static (string Actual, string Limit) Pair(in Condition condition, Language language)
    {
        Metric metric = condition.Metric;
        if (condition.Actual is not { } actual)
            return (Unknown(language), WithUnit(condition.Limit, metric, metric.Decimals, language));
        int decimals = metric.Decimals;
        while (decimals < metric.Decimals + MostExtraDecimals && !actual.Equals(condition.Limit)
            && Plain(actual, decimals, language) == Plain(condition.Limit, decimals, language))
            decimals++;
        return (WithUnit(actual, metric, decimals, language), WithUnit(condition.Limit, metric, decimals, language));
    }

    /// <summary>A number with at most so many decimals.</summary>
    public static string Plain(double value, int decimals, Language language)
    {
        string text = value.ToString(decimals == 0 ? "0" : "0." + new string('#', decimals), language == Language.De ? German : English);
        return text is "−0" ? "0" : text;
    }

    /// <summary>What stands for a number that is not known.</summary>
    public static string Unknown(Language language) => language == Language.De ? "unbekannt" : "unknown";

    /// <summary>A number of blocks as the time they take: people count in minutes, hours and days.</summary>
    public static string Span(double blocks, Language language)
    {
        double hours = blocks * Block.Hours;
        bool isGerman = language == Language.De;
        return hours switch
        {
            >= LoadStatus.LongSince * Block.Hours => isGerman ? "sehr lange" : "very long",
            >= 48 => $"{Plain(hours / 24, 1, language)} {(isGerman ? "Tage" : "days")}",
            >= 2 => $"{Plain(hours, 1, language)} h",
            _ => $"{Plain(hours * 60, 0, language)} min",
        };
    }

    static string WithUnit(double value, Metric metric, int decimals, Language language)
    {
        if (metric.Name == SinceSwitch && value == 0)
            return language == Language.De ? "weniger als 10 min" : "less than 10 min";
        if (CountsBlocks(metric))
            return Span(value, language);
        return metric.Unit.Length == 0 ? Plain(value, decimals, language) : $"{Plain(value, decimals, language)} {metric.Unit}";
    }

    // The unit is part of a metric's name: "blocks_since_change", "grid_import_blocks".
    static bool CountsBlocks(Metric metric) => metric.Name.Split('_').Contains("blocks");
}
