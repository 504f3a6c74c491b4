namespace BitGrid.Engine.Explanation;

/// <summary>The placeholders of a reason's sentence: <c>{metric}</c>, <c>{metric.limit}</c>, <c>{conditions}</c> and <c>{values}</c>.</summary>
public static class Placeholders
{
    /// <summary>All conditions of the vote.</summary>
    public const string Conditions = "conditions";

    /// <summary>The value of each path of energy.</summary>
    public const string Values = "values";

    const string LimitSuffix = ".limit";

    /// <summary>The names between braces, in their order.</summary>
    public static IEnumerable<string> In(string sentence)
    {
        int position = 0;
        while (sentence.IndexOf('{', position) is >= 0 and int open && sentence.IndexOf('}', open) is >= 0 and int close)
        {
            yield return sentence[(open + 1)..close];
            position = close + 1;
        }
    }

    /// <summary>The metric a placeholder names, or <see langword="null"/> when it names none.</summary>
    public static string? Metric(string placeholder) =>
        placeholder is Conditions or Values ? null : IsLimit(placeholder) ? placeholder[..^LimitSuffix.Length] : placeholder;

    /// <summary>True when a placeholder stands for a limit.</summary>
    public static bool IsLimit(string placeholder) => placeholder.EndsWith(LimitSuffix, StringComparison.Ordinal);
}
