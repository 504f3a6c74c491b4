using System.Collections.Immutable;

namespace BitGrid;

/// <summary>
/// What a rule remembers from one block to the next: a few named numbers, immutable and compared by content.
/// It is recorded with the vote, so a replay can begin anywhere. A name that was never set reads as <see langword="null"/>.
/// </summary>
public sealed class RuleMemory : IEquatable<RuleMemory>
{
    /// <summary>Largest number of entries: 16.</summary>
    public const int MaxEntries = 16;

    readonly ImmutableArray<KeyValuePair<string, double>> _entries; // sorted by ordinal name

    RuleMemory(ImmutableArray<KeyValuePair<string, double>> entries) => _entries = entries;

    /// <summary>Nothing remembered.</summary>
    public static RuleMemory Empty { get; } = new([]);

    /// <summary>All entries, sorted by ordinal name.</summary>
    public ImmutableArray<KeyValuePair<string, double>> Entries => _entries;

    /// <summary>The number under a name, or <see langword="null"/>.</summary>
    public double? this[string name] => IndexOf(name) is >= 0 and int index ? _entries[index].Value : null;

    /// <summary>A memory with one entry set. Returns this very instance when nothing changes.</summary>
    /// <param name="name">Name in snake case.</param>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentException">The value is not finite, or there are more than <see cref="MaxEntries"/> entries.</exception>
    public RuleMemory With(string name, double value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!double.IsFinite(value))
            throw new ArgumentException($"A rule cannot remember {value} as '{name}': only finite numbers are recorded.", nameof(value));
        int index = IndexOf(name);
        if (index >= 0)
            return _entries[index].Value.Equals(value) ? this : new(_entries.SetItem(index, new(name, value)));
        if (_entries.Length == MaxEntries)
            throw new ArgumentException($"A rule remembers at most {MaxEntries} numbers; '{name}' is one too many.", nameof(name));
        return new(_entries.Insert(~index, new(name, value)));
    }

    /// <summary>A memory without the entry. Returns this very instance when there is none.</summary>
    public RuleMemory Without(string name) => IndexOf(name) is >= 0 and int index ? new(_entries.RemoveAt(index)) : this;

    /// <inheritdoc/>
    public bool Equals(RuleMemory? other) => ReferenceEquals(this, other) || (other is not null && HasSameEntries(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RuleMemory);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (KeyValuePair<string, double> entry in _entries)
            hash.Add(entry);
        return hash.ToHashCode();
    }

    // Not SequenceEqual: a KeyValuePair has no typed comparison, so every block would box each entry.
    bool HasSameEntries(RuleMemory other)
    {
        if (_entries.Length != other._entries.Length)
            return false;
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Key != other._entries[i].Key || !_entries[i].Value.Equals(other._entries[i].Value))
                return false;
        }

        return true;
    }

    // At most 16 entries: a plain walk beats a search tree. Negative: the complement of where the name belongs.
    int IndexOf(string name)
    {
        for (int i = 0; i < _entries.Length; i++)
        {
            if (ReferenceEquals(_entries[i].Key, name)) // the usual case: both are the rule's own constant
                return i;
            int order = string.CompareOrdinal(_entries[i].Key, name);
            if (order == 0)
                return i;
            if (order > 0)
                return ~i;
        }

        return ~_entries.Length;
    }
}
