using System.Collections.Immutable;
using System.Globalization;

namespace BitGrid.Host.Tuning;

/// <summary>A setting and the values that are tried for it.</summary>
/// <param name="Key">Key with its path, such as <c>rules.R5.hold_blocks</c>, or <see cref="Seed"/>.</param>
/// <param name="Values">The values as they would stand in the file; at least one.</param>
internal sealed record Parameter(string Key, ImmutableArray<string> Values)
{
    /// <summary>Not a setting but the seed of the simulation: how much of a result is chance?</summary>
    public const string Seed = "seed";

    /// <summary>What may be asked for.</summary>
    public const string Allowed = "key=value,value,… or key=first..last or key=first..last:step, such as rules.R1.surplus_min_kw=1..3:0.5";

    const int MostValues = 10_000;

    /// <summary>Reads <c>key=1,2,5</c>, <c>key=0..4</c> or <c>key=1..3:0.5</c>.</summary>
    /// <returns>The parameter; <see langword="null"/> when the text says something else.</returns>
    public static Parameter? Parse(string text)
    {
        int sign = text.IndexOf('=');
        if (sign < 1)
            return null;
        string values = text[(sign + 1)..];
        ImmutableArray<string> all = values.Contains("..", StringComparison.Ordinal) ? Range(values) : List(values);
        return all.IsEmpty ? null : new(text[..sign].Trim(), all);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Key}={string.Join(',', Values)}";

    static ImmutableArray<string> List(string text)
    {
        string[] values = text.Split(',', StringSplitOptions.TrimEntries);
        return values.Any(value => value.Length == 0) ? [] : [.. values.Select(Plain).Distinct(StringComparer.Ordinal)];
    }

    // Decimal arithmetic: 0.1 steps are to give 0.3, not 0.30000000000000004.
    static ImmutableArray<string> Range(string text)
    {
        string[] bounds = text.Split("..");
        string[] end = bounds[^1].Split(':');
        if (bounds.Length != 2 || end.Length > 2 || !TryParse(bounds[0], out decimal first) || !TryParse(end[0], out decimal last))
            return [];
        decimal step = 1;
        if ((end.Length == 2 && !TryParse(end[1], out step)) || step <= 0 || last < first || (last - first) / step >= MostValues)
            return [];
        return [.. Enumerable.Range(0, (int)((last - first) / step) + 1).Select(i => Text(first + (i * step)))];
    }

    static string Plain(string value) => TryParse(value, out decimal number) ? Text(number) : value;

    static bool TryParse(string text, out decimal number) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
