using System.Globalization;

namespace BitGrid.Host.Shards;

/// <summary>
/// One of several shares of a piece of work that consists of numbered steps (days, homes, points). Each step belongs to exactly one
/// shard, whatever the others do, so shards need not know of each other.
/// </summary>
/// <param name="Number">Which share, 1 to <paramref name="Count"/>.</param>
/// <param name="Count">Number of shares, 1 or more.</param>
internal readonly record struct Shard(int Number, int Count)
{
    /// <summary>What may be asked for.</summary>
    public const string Allowed = "i/n with i from 1 to n, such as 2/3; 0 stands for n, so that arrays counted from 0 fit too";

    /// <summary>All of the work.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>True when there is nothing to merge.</summary>
    public bool IsWhole => Count == 1;

    /// <summary>True when a step belongs to this shard. Neighbours go to different shards, so that summer and winter are shared alike.</summary>
    /// <param name="step">Number of the step, 0 or more.</param>
    public bool Takes(long step) => step % Count == Number - 1;

    /// <summary>Reads <c>2/3</c>.</summary>
    public static bool TryParse(string text, out Shard shard)
    {
        shard = Whole;
        int slash = text.IndexOf('/');
        if (slash < 0 || !TryParse(text.AsSpan(0, slash), out int number) || !TryParse(text.AsSpan(slash + 1), out int count) || count == 0 || number > count)
            return false;
        shard = new(number == 0 ? count : number, count);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    static bool TryParse(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
