using System.Globalization;

namespace BitGrid.Boot;

/// <summary>
/// A version by the rules of <see href="https://semver.org">semantic versioning 2.0</see>, without build metadata. It is also the
/// name of a folder, so it holds nothing that leads out of one.
/// </summary>
internal sealed class ReleaseVersion
{
    const int MostCharacters = 64;

    readonly int[] _numbers;
    readonly string[] _preRelease;

    ReleaseVersion(string text, int[] numbers, string[] preRelease) => (Text, _numbers, _preRelease) = (text, numbers, preRelease);

    /// <summary>From the lowest to the highest.</summary>
    public static IComparer<ReleaseVersion> Order { get; } = Comparer<ReleaseVersion>.Create((one, other) => one.ComparedWith(other));

    /// <summary>The version as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a version such as <c>1.4.0</c> or <c>1.5.0-rc.1</c>; <see langword="null"/> when it is none.</summary>
    public static ReleaseVersion? TryParse(string text)
    {
        if (text.Length is 0 or > MostCharacters)
            return null;
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        string[] numbers = (dash < 0 ? text : text[..dash]).Split('.');
        string[] preRelease = dash < 0 ? [] : text[(dash + 1)..].Split('.');
        return numbers.Length == 3 && numbers.All(IsNumber) && preRelease.All(IsIdentifier)
            ? new(text, [.. numbers.Select(number => int.Parse(number, CultureInfo.InvariantCulture))], preRelease)
            : null;
    }

    /// <summary>Below 0 when this version comes before another one, above 0 when it comes after it.</summary>
    public int ComparedWith(ReleaseVersion other)
    {
        int byNumbers = _numbers.AsSpan().SequenceCompareTo(other._numbers);
        if (byNumbers != 0)
            return byNumbers;
        // A version comes after all its candidates.
        if (_preRelease.Length == 0 || other._preRelease.Length == 0)
            return other._preRelease.Length.CompareTo(_preRelease.Length);
        int byIdentifiers = _preRelease.Zip(other._preRelease, Compare).FirstOrDefault(order => order != 0);
        return byIdentifiers != 0 ? byIdentifiers : _preRelease.Length.CompareTo(other._preRelease.Length);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    static int Compare(string one, string other) => (IsNumber(one), IsNumber(other)) switch
    {
        (true, true) => int.Parse(one, CultureInfo.InvariantCulture).CompareTo(int.Parse(other, CultureInfo.InvariantCulture)),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(one, other),
    };

    static bool IsNumber(string text) => text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit);

    static bool IsIdentifier(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
